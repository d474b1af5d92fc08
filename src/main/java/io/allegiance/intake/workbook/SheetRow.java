package io.allegiance.intake.workbook;

import java.util.List;

/**
 * A row of a sheet that is not blank.
 *
 * @param number of the row in the sheet, the first being 1
 * @param cells their texts, empty for empty cells; as many as the first row that is not blank has, or more where cells
 *     behind those are filled
 */
public record SheetRow(long number, List<String> cells) {}
