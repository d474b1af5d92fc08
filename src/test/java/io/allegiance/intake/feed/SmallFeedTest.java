package io.allegiance.intake.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.line.FxRates;
import io.allegiance.intake.line.RejectionReason;
import io.allegiance.intake.load.ImportReport;
import io.allegiance.intake.load.ImportSetting;
import io.allegiance.intake.source.FxRateTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class SmallFeedTest {

    @AutoClose
    private static final ImportSetting SETTING = new ImportSetting();

    @TempDir
    private Path folder;

    @BeforeEach
    void empty() {
        SETTING.empty();
    }

    private ImportReport land(ImportKind kind, String... lines) throws IOException {
        return SETTING.land(kind, ImportSetting.file(folder, lines));
    }

    @Test
    void referralsLandOnceAndNobodyRefersThemselves() throws IOException {
        String[] lines = {
            "referrer_customer_id,Referred_Customer_Id,referred_on",
            "a,b,2024-01-02",
            "a,c,2024-01-03",
            "a,b,2024-01-02",
            "a,b,2024-01-04",
            "d,d,2024-01-02",
            ",d,2024-01-02",
            "a,e,2023-02-29"
        };

        ImportReport first = land(ImportKind.REFERRAL, lines);

        assertThat(first.landed()).isEqualTo(2);
        assertThat(first.alreadyLanded()).isEqualTo(1);
        assertThat(first.rejectedByReason())
                .containsOnlyKeys(
                        RejectionReason.MISSING_ID,
                        RejectionReason.BAD_TIME,
                        RejectionReason.SELF_REFERRAL,
                        RejectionReason.CONFLICTING_CONTENT);
        assertThat(land(ImportKind.REFERRAL, lines).alreadyLanded()).isEqualTo(3);
        assertThat(SETTING.texts("SELECT CONCAT_WS(' ', referrer_customer_id, referred_customer_id, referred_on) FROM"
                        + " referral ORDER BY 1"))
                .containsExactly("a b 2024-01-02", "a c 2024-01-03");
    }

    @Test
    void incidentsAreCorrectedByReplaceAlone() throws IOException {
        String header = "incident_id,customer_id,occurred_at,kind";
        land(ImportKind.INCIDENT, header, "i1,42,2024-01-02T10:00:00Z,late delivery");

        ImportReport conflict = land(ImportKind.INCIDENT, header, "i1,43,2024-01-02T10:00:00Z,late delivery");
        ImportReport same = land(ImportKind.INCIDENT, header, "i1,42,2024-01-02 11:00,late delivery");
        ImportReport replaced = SETTING.replace(
                ImportKind.INCIDENT,
                ImportSetting.file(folder, header, "i1,43,2024-01-02 10:00,complaint", "i2,43,2024-01-07,complaint"));

        assertThat(conflict.rejectedByReason()).containsEntry(RejectionReason.CONFLICTING_CONTENT, 1L);
        assertThat(same.alreadyLanded()).isEqualTo(1);
        assertThat(replaced.landed()).isEqualTo(2);
        assertThat(replaced.replaced()).isEqualTo(1);
        assertThat(replaced.futureLines()).isEqualTo(1);
        assertThat(SETTING.texts("SELECT CONCAT_WS(' ', incident_id, customer_id, occurred_at, kind) FROM"
                        + " service_incident ORDER BY 1"))
                .containsExactly("i1 43 2024-01-02 10:00:00.000 complaint", "i2 43 2024-01-07 00:00:00.000 complaint");
        assertThat(SETTING.texts("SELECT customer_id FROM incident_change ORDER BY 1"))
                .as("the histories of the customer before and of the one now")
                .containsExactly("42", "43");
    }

    @Test
    void ratesOfExchangeLandAndAreFound() throws IOException {
        ImportReport report = land(
                ImportKind.FX,
                "currency,rate_date,rate",
                "gbp,2024-01-02,1.15",
                "GBP,2024-01-02,1.150",
                "USD,2024-01-02,0.91234567895",
                "USD,2024-01-03,0",
                "USD,2024-01-03,-1",
                "USD,2024-01-03,NaN",
                "USD,2024-01-03,1e11",
                "ABCD,2024-01-03,1");

        assertThat(report.landed()).isEqualTo(2);
        assertThat(report.alreadyLanded()).isEqualTo(1);
        assertThat(report.rejectedByReason())
                .containsEntry(RejectionReason.BAD_RATE, 2L)
                .containsEntry(RejectionReason.BAD_NUMBER, 1L)
                .containsEntry(RejectionReason.NUMBER_OUT_OF_RANGE, 1L)
                .containsEntry(RejectionReason.UNKNOWN_CURRENCY, 1L);
        FxRates rates = new FxRateTable(SETTING.dataSource()).load();
        assertThat(rates.find("USD", LocalDate.of(2024, 1, 9))).contains(new BigDecimal("0.9123456790"));
        assertThat(rates.find("GBP", LocalDate.of(2024, 1, 10))).isEmpty();
    }
}
