package io.visitwatch.app.replay;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;

/** Where a replay reads from. The same source always gives the same items in the same order. */
public interface ReplaySource {
    /** Name for people and for checkpoints: path, size and kind, so that a changed archive is noticed. */
    String identity();

    /** Opens it at its beginning. */
    Items open() throws IOException;

    /** Items of an opened source. */
    interface Items extends Iterator<ReplayItem>, Closeable {
        /** Share read so far, from 0 to 1; negative when unknown. */
        double share();
    }
}
