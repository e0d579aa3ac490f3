/** Tests of the dashboard. */
@NullMarked
package io.visitwatch.app.web;

import org.jspecify.annotations.NullMarked;
