package io.visitwatch.app.cli;

/**
 * One thing the doctor looked at.
 *
 * @param good whether it is as it should be
 * @param what one word for it
 * @param detail what was found, and what to do when it is not good
 */
record Finding(boolean good, String what, String detail) {}
