/** Alerts and visits as text, feeds and calendars for people and their readers. Pure; escaping is by medium. */
@NullMarked
package io.visitwatch.alerts.render;

import org.jspecify.annotations.NullMarked;
