package io.allegiance.intake.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vendors rename columns, and write some only when a shop wants them: each known form of an export is recognised. */
class VendorVariantsTest {

    @TempDir
    private Path folder;

    @Test
    void stripeCallsTheDateOfAPaymentByAnOlderName() throws IOException {
        MappedFile read = read(
                "stripe-payments",
                "id,Description,Seller Message,Created (UTC),Amount,Amount Refunded,Currency,Converted Amount,Mode,Status,"
                        + "Customer ID,Customer Email,Captured",
                "ch_1,Order,Done,2022-06-01 22:30,35.82,0.00,eur,35.82,Live,Paid,cus_1,A@x.com,TRUE",
                "ch_2,Order,Done,2022-06-01 22:31,35.82,0.00,eur,35.82,Live,Paid,cus_2,,FALSE",
                "ch_3,Order,Done,2022-06-01 22:32,35.82,0.00,eur,35.82,Test,Paid,cus_2,,TRUE");
        assertThat(read.summary()).containsExactly("ch_1 payment a@x.com 2022-06-02T00:30 PURCHASE 358200 EUR");
        assertThat(read.use().leftOut()).isEqualTo(Map.of("not_captured", 1L, "test", 1L));
    }

    @Test
    void aStripeExportWithDecimalCommasNeedsTheOption() throws IOException {
        Path file = file(
                "id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Status",
                "ch_1,2025-12-31 14:30,\"1234,50\",\"0,00\",eur,true,Paid");
        assertThat(MappedFile.read(file).rejections())
                .isNotEmpty()
                .allSatisfy(rejection -> assertThat(rejection).startsWith("2 BAD_NUMBER"));
        FormatOptions comma = new FormatOptions(null, Map.of(), List.of(), ",", null);
        assertThat(MappedFile.read(file, comma).lines())
                .singleElement()
                .extracting(line -> line.amount())
                .isEqualTo(12_345_000L);
    }

    @Test
    void wooCommerceExportsWithoutItemIdsAreKeyedByPlace() throws IOException {
        MappedFile read = read(
                "woocommerce-orders",
                "order_id,order_number,order_date,status,order_total,order_currency,billing_email,item_name,item_sku,"
                        + "item_quantity,item_total,item_refunded",
                "7,7,2025-01-02 10:00:00,completed,15.00,EUR,A@x.com,Cup,,2,10.00,0.00",
                "7,7,2025-01-02 10:00:00,completed,15.00,EUR,A@x.com,Cup,,1,5.00,5.00");
        assertThat(read.summary())
                .containsExactly(
                        "7 1 a@x.com 2025-01-02T10:00 PURCHASE 100000 EUR",
                        "7 2 a@x.com 2025-01-02T10:00 PURCHASE 50000 EUR",
                        "7 2-refund a@x.com 2025-01-02T10:00 RETURN 50000 EUR");
    }

    @Test
    void squareExportsOfOlderYearsHaveFewerColumns() throws IOException {
        MappedFile read = read(
                "square-items",
                "Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,"
                        + "Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Dining Option,"
                        + "Customer ID,Customer Name,Customer Reference ID",
                "2024-10-05,10:15:00,Berlin,Nails,Polish,1.0,Regular,,,\"$1,045.00\",-$5.00,\"$1,040.00\",$0.00,T1,P1,,,,"
                        + "Payment,Mitte,,C1,,",
                "2024-10-06,13:00:00,Berlin,Nails,Polish,-1.0,Regular,,,-$45.00,$0.00,($45.00),$0.00,T2,P2,,,,"
                        + "Refund,Mitte,,C1,,");
        assertThat(read.summary())
                .containsExactly(
                        "T1  C1 2024-10-05T10:15 PURCHASE 10400000 EUR", "T2  C1 2024-10-06T13:00 RETURN 450000 EUR");
        assertThat(read.lines().get(0).discount()).isEqualTo(50_000L);
    }

    @Test
    void odooNamesAmountsAndProductsByVersionAndChoice() throws IOException {
        MappedFile read = read(
                "odoo-pos",
                "Order Ref,Date,Customer,Customer/Email,Order Lines/Product/Name,Order Lines/Quantity,"
                        + "Order Lines/Subtotal w/o Tax,Order Lines/Subtotal",
                "Shop/1,2025-01-02 10:00:00,Ann,A@x.com,Cup,2.0,10.00,11.90",
                ",,,,Pot,1.0,20.00,23.80");
        assertThat(read.summary())
                .containsExactly(
                        "Shop/1 1 a@x.com 2025-01-02T10:00 PURCHASE 119000 EUR",
                        "Shop/1 2 a@x.com 2025-01-02T10:00 PURCHASE 238000 EUR");
        assertThat(read.lines()).extracting(line -> line.product()).containsExactly("Cup", "Pot");
    }

    @Test
    void amazonsOrderReportSaysWhoBought() throws IOException {
        MappedFile read = read(
                "amazon-orders",
                String.join(
                        "\t",
                        "order-id\torder-item-id\tpurchase-date\tpayments-date\tbuyer-email\tbuyer-name",
                        "sku\tproduct-name\tquantity-purchased\tcurrency\titem-price\titem-tax\tsales-channel"),
                "1-1\t11\t2025-01-02T23:50:49-08:00\t2025-01-03T00:00:00-08:00\tQ1@marketplace.amazon.com\tA\tS1\tCup\t2\tUSD"
                        + "\t12.90\t0.00\tAmazon.com");
        assertThat(read.summary())
                .containsExactly("1-1 11 q1@marketplace.amazon.com 2025-01-03T08:50:49 PURCHASE 129000 USD");
    }

    @Test
    void amazonOrdersThatCameBackOrAreOfAnotherShopAreLeftOut() throws IOException {
        MappedFile read = read(
                "amazon-orders",
                "amazon-order-id\tpurchase-date\torder-status\tsales-channel\tsku\titem-status\tquantity\tcurrency\titem-price",
                "1\t2025-01-02T10:00:00+00:00\tShipped - Delivered to Buyer\tAmazon.in\tS\tShipped\t1\tINR\t500.0",
                "2\t2025-01-02T10:00:00+00:00\tShipped - Returned to Seller\tAmazon.in\tS\tShipped\t1\tINR\t500.0",
                "3\t2025-01-02T10:00:00+00:00\tPending - Waiting for Pick Up\tAmazon.in\tS\tUnshipped\t1\tINR\t500.0",
                "4\t2025-01-02T10:00:00+00:00\tShipped\tNon-Amazon\tS\tShipped\t1\t\t",
                "5\t2025-01-02T10:00:00+00:00\tShipped\tAmazon.in\tS\tCancelled\t0\tINR\t");
        assertThat(read.summary()).containsExactly("1  - 2025-01-02T11:00 PURCHASE 5000000 INR");
        assertThat(read.use().leftOut())
                .isEqualTo(Map.of("undelivered", 1L, "unpaid", 1L, "not_amazon", 1L, "cancelled", 1L));
    }

    @Test
    void magentoWritesHoursByVersionAndAPurchasePointOfSeveralLines() throws IOException {
        MappedFile read = read(
                "magento-orders",
                "ID,\"Purchase Point\",\"Purchase Date\",\"Bill-to Name\",\"Grand Total (Base)\",\"Grand Total (Purchased)\","
                        + "Status,\"Customer Email\",Subtotal,\"Shipping and Handling\",\"Total Refunded\"",
                "1,\"Main\n    Store\n        View\",\"May 3, 2024 10:00:45 PM\",A,25.0000,25.0000,Complete,A@x.com,20.0000,5.0000,",
                "2,Main,\"May 3, 2024 22:00:45 PM\",A,25.0000,25.0000,Closed,A@x.com,20.0000,5.0000,25.0000");
        assertThat(read.rejections()).isEmpty();
        assertThat(read.summary())
                .containsExactly(
                        "1 order a@x.com 2024-05-03T22:00:45 PURCHASE 200000 EUR",
                        "2 order a@x.com 2024-05-03T22:00:45 PURCHASE 200000 EUR",
                        "2 refund a@x.com 2024-05-03T22:00:45 RETURN 200000 EUR");
    }

    private MappedFile read(String format, String... lines) throws IOException {
        MappedFile read = MappedFile.read(file(lines));
        assertThat(read.use().name()).isEqualTo(format);
        return read;
    }

    private Path file(String... lines) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "export", ".csv"), String.join("\n", lines) + "\n");
    }
}
