/**
 * Brings knowledge from outside into the gazetteer: Wikidata, OpenSanctions, GeoNames, EveryPolitician, and files of the user's own.
 *
 * <p>{@link io.visitwatch.enrich.gazetteer.importer.GazetteerFiles} recognises the format of a file by its name and reads them in
 * the order given, own YAML last, so that it wins. Every importer streams, takes what it can use and counts what it leaves out,
 * by reason, in an {@link io.visitwatch.enrich.gazetteer.importer.ImportReport}. Titles of offices are understood by the bundled
 * gazetteer itself ({@link io.visitwatch.enrich.gazetteer.importer.OfficeTitles}).
 */
@NullMarked
package io.visitwatch.enrich.gazetteer.importer;

import org.jspecify.annotations.NullMarked;
