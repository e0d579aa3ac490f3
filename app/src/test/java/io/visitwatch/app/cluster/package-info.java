/** Several instances on one cluster under load: who is killed, who takes over, and what the ledger says at the end. */
@org.jspecify.annotations.NullMarked
package io.visitwatch.app.cluster;
