package io.allegiance.testing;

import io.allegiance.testing.VendorTrade.Fate;
import io.allegiance.testing.VendorTrade.Item;
import io.allegiance.testing.VendorTrade.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Exports in the columns of vendors, each beside the same trade in our own format. Both are written from the trade, so a
 * format that reads the export wrongly tells.
 */
public final class VendorExports {

    private static final String OWN =
            "transaction_id,line_key,customer_id,occurred_at,type,amount,currency,quantity,discount,category,product,store,channel";
    private static final String OWN_TIME = "uuuu-MM-dd'T'HH:mm:ss";

    private final List<String> rows = new ArrayList<>();
    private final List<String> own = new ArrayList<>(List.of(OWN));
    private final VendorTrade trade;
    private String delimiter = ",";

    private VendorExports(int seed, String header) {
        this.trade = VendorTrade.of(seed);
        rows.add(header);
    }

    /**
     * @param format the name of the format
     * @param export the vendor's file
     * @param own the same in our own format
     */
    public record Export(String format, String export, String own) {
        @Override
        public String toString() {
            return format;
        }
    }

    /** All of them. */
    public static List<Export> all() {
        return List.of(
                shopify(),
                woocommerce(),
                square(),
                lightspeed(),
                odoo(),
                stripe(),
                magento(),
                magentoItems(),
                amazon());
    }

    private Export export(String format) {
        return new Export(format, text(rows), text(own));
    }

    private static String text(List<String> lines) {
        return lines.stream().map(line -> line + "\r\n").collect(Collectors.joining());
    }

    private static Export shopify() {
        VendorExports to = new VendorExports(
                1,
                "Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,"
                        + "Lineitem quantity,Lineitem name,Lineitem price,Lineitem discount,Cancelled at,Payment Method,"
                        + "Refunded Amount,Vendor,Source");
        for (Order order : to.trade.orders()) {
            for (int i = 0; i < order.items().size(); i++) {
                to.shopifyRow(order, order.items().get(i), i == 0);
            }
            to.ownByShare(order, "#" + order.number(), "web");
        }
        return to.export("shopify-orders");
    }

    private void shopifyRow(Order order, Item item, boolean first) {
        String at = order.at(java.time.ZoneId.of("America/New_York"), "uuuu-MM-dd HH:mm:ss Z");
        String status = order.fate() == Fate.REFUNDED
                ? "refunded"
                : order.fate() == Fate.REFUNDED_IN_PART ? "partially_refunded" : "paid";
        row(
                "#" + order.number(),
                first ? order.email() : "",
                first ? status : "",
                first ? order.currency() : "",
                first ? money(order.net()) : "",
                first ? "4.90" : "",
                first ? "1.00" : "",
                first ? money(order.net() + 590) : "",
                first ? money(order.discount()) : "",
                at,
                "" + item.quantity(),
                item.name(),
                money(item.price()),
                "0.00",
                first && order.fate() == Fate.CANCELLED ? at : "",
                first ? order.fate() == Fate.TEST ? "bogus" : "Shopify Payments" : "",
                first ? money(order.fate() == Fate.REFUNDED ? order.refund() + 590 : order.refund()) : "",
                "Maker",
                first ? "web" : "");
    }

    /** Each item at its share of the order after discount, in ten-thousandths, the rest on the largest. */
    private void ownByShare(Order order, String id, String channel) {
        if (!order.counts()) {
            return;
        }
        List<Item> items = order.items();
        long[] shares = new long[items.size()];
        long rest = order.net() * 100;
        int largest = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = order.net() * 100 * items.get(i).gross() / order.gross();
            rest -= shares[i];
            largest = items.get(i).gross() > items.get(largest).gross() ? i : largest;
        }
        shares[largest] += rest;
        for (int i = 0; i < shares.length; i++) {
            Item item = items.get(i);
            ownLine(
                    id,
                    "" + (i + 1),
                    order,
                    "PURCHASE",
                    units(shares[i]),
                    "" + item.quantity(),
                    units(item.gross() * 100 - shares[i]),
                    "Maker",
                    item.name(),
                    "",
                    channel);
        }
        if (order.refund() > 0) {
            ownLine(id, "refund", order, "RETURN", money(order.refund()), "", "", "", "", "", channel);
        }
    }

    private static Export woocommerce() {
        VendorExports to = new VendorExports(
                2,
                "order_id,order_number,date,status,order_total,refunded_total,order_currency,payment_method,customer_id,"
                        + "billing_email,item_id,item_product_id,item_name,item_sku,item_quantity,item_subtotal,item_total,"
                        + "item_refunded,item_refunded_qty");
        for (Order order : to.trade.orders()) {
            String status =
                    order.fate() == Fate.CANCELLED ? "cancelled" : order.fate() == Fate.TEST ? "pending" : "completed";
            for (int i = 0; i < order.items().size(); i++) {
                Item item = order.items().get(i);
                long less = order.discount() > 0 ? item.gross() / 5 : 0;
                long back = order.refund() > 0 && i == 0 ? item.price() / 2 : 0;
                String key = "" + (order.number() * 10 + i);
                to.row(
                        "" + order.number(),
                        "" + order.number(),
                        order.local("uuuu-MM-dd HH:mm:ss"),
                        status,
                        money(order.net()),
                        money(order.refund()),
                        order.currency(),
                        "card",
                        order.email().isEmpty() ? "0" : "7",
                        order.email(),
                        key,
                        "55",
                        item.name(),
                        "",
                        "" + item.quantity(),
                        money(item.gross()),
                        money(item.gross() - less),
                        back == 0 ? "" : money(back),
                        back == 0 ? "0" : "1");
                to.ownItem(order, "" + order.number(), key, item, item.gross() - less, less, back, "", "web");
            }
        }
        return to.export("woocommerce-orders");
    }

    /** An item, and what was given back of it. */
    private void ownItem(
            Order order,
            String id,
            String key,
            Item item,
            long net,
            long less,
            long back,
            String store,
            String channel) {
        if (order.counts()) {
            ownLine(
                    id,
                    key,
                    order,
                    "PURCHASE",
                    money(net),
                    "" + item.quantity(),
                    money(less),
                    "",
                    item.name(),
                    store,
                    channel);
            if (back > 0) {
                ownLine(id, key + "-refund", order, "RETURN", money(back), "", "", "", item.name(), store, channel);
            }
        }
    }

    private static Export square() {
        VendorExports to = new VendorExports(
                3,
                "Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,"
                        + "Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Dining Option,"
                        + "Customer ID,Customer Name,Customer Reference ID,Unit,Count,GTIN,Itemization Type,Commission,"
                        + "Employee,Fulfillment Note,Channel,Token,Card Brand,PAN Suffix");
        for (Order order : to.trade.orders()) {
            boolean gift = order.fate() == Fate.CANCELLED || order.fate() == Fate.TEST;
            for (Item item : order.items()) {
                long less = order.discount() > 0 ? item.gross() / 10 : 0;
                to.squareRow(order, item, less, gift ? "Gift Card" : "Physical Good", false);
                if (!gift) {
                    to.ownLine(
                            "T" + order.number(),
                            "",
                            order,
                            "PURCHASE",
                            money(item.gross() - less),
                            "" + item.quantity(),
                            money(less),
                            "Kitchen",
                            item.name() + " - Regular",
                            "Mitte",
                            "");
                }
            }
            if (order.refund() > 0) {
                Item item = new Item(
                        order.items().get(0).name(), 1, order.items().get(0).price());
                to.squareRow(order, item, 0, "Physical Good", true);
                to.ownLine(
                        "R" + order.number(),
                        "",
                        order,
                        "RETURN",
                        money(item.gross()),
                        "1",
                        "0",
                        "Kitchen",
                        item.name() + " - Regular",
                        "Mitte",
                        "");
            }
        }
        return to.export("square-items");
    }

    private void squareRow(Order order, Item item, long less, String type, boolean back) {
        String gross = back ? "($" + money(item.gross()) + ")" : "$" + grouped(item.gross());
        String net = back ? "-$" + money(item.gross() - less) : "$" + grouped(item.gross() - less);
        row(
                order.local("uuuu-MM-dd"),
                order.local("HH:mm:ss"),
                "Amsterdam, Berlin",
                "Kitchen",
                item.name(),
                (back ? "-" : "") + item.quantity() + ".0",
                "Regular",
                "",
                "",
                gross,
                less == 0 ? "$0.00" : "-$" + money(less),
                net,
                "$0.00",
                (back ? "R" : "T") + order.number(),
                "P" + order.number(),
                "Till 1",
                "",
                "",
                back ? "Refund" : "Payment",
                "Mitte",
                "",
                order.email().toLowerCase(Locale.ROOT),
                "",
                "",
                "ea",
                "1",
                "",
                type,
                "$0.00",
                "",
                "",
                "",
                "",
                "",
                "");
    }

    private static Export lightspeed() {
        VendorExports to = new VendorExports(
                4,
                "Date,Receipt Number,Line Type,Customer Code,Customer Name,Note,Quantity,Subtotal,Sales Tax,Discount,Loyalty,"
                        + "Total,Paid,Details,Register,User,Status,Sku");
        for (Order order : to.trade.orders()) {
            String id = "70" + order.number();
            String status = order.counts() ? "Closed" : order.fate() == Fate.TEST ? "Saved" : "Voided";
            to.row(
                    order.local("uuuu-MM-dd HH:mm:ss"),
                    id,
                    "Sale",
                    order.email(),
                    "A Name",
                    "",
                    "",
                    money(order.gross()),
                    "0.00",
                    "0.00",
                    "0.00",
                    money(order.gross()),
                    "",
                    "",
                    "Till 1",
                    "Ann",
                    status,
                    "");
            int key = 2;
            for (Item item : order.items()) {
                to.lightspeedLine(id, item, item.quantity(), item.gross());
                to.ownLightspeed(order, id, key++, item, "", item.quantity(), item.gross());
            }
            if (order.refund() > 0) {
                Item item = order.items().get(0);
                to.lightspeedLine(id, item, -1, -item.price());
                to.ownLightspeed(order, id, key, item, "RETURN", 1, item.price());
            }
            to.row(
                    "",
                    "",
                    "Payment",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    money(order.gross()),
                    money(order.gross()),
                    "Cash",
                    "",
                    "",
                    "",
                    "");
        }
        return to.export("lightspeed-sales");
    }

    private void lightspeedLine(String id, Item item, int quantity, long amount) {
        row(
                "",
                id,
                "Sale Line",
                "",
                "",
                "",
                "" + quantity,
                money(amount),
                "0.00",
                "0.00",
                "0.00",
                money(amount),
                "",
                item.name(),
                "",
                "",
                "",
                "");
    }

    private void ownLightspeed(Order order, String id, int key, Item item, String type, int quantity, long amount) {
        if (order.counts()) {
            ownLine(
                    id,
                    "" + key,
                    order,
                    type,
                    money(amount),
                    "" + quantity,
                    "0.00",
                    "",
                    item.name(),
                    "Till 1",
                    "store",
                    "");
        }
    }

    private static Export odoo() {
        VendorExports to = new VendorExports(
                5,
                "Order Ref;Date;Customer;Status;Session;Order Lines/Full Product Name;Order Lines/Quantity;Order Lines/Tax Incl.");
        to.delimiter = ";";
        for (Order order : to.trade.orders()) {
            String id = "Shop/" + order.number();
            String status = order.counts() ? "Paid" : order.fate() == Fate.TEST ? "New" : "Cancelled";
            for (int i = 0; i < order.items().size(); i++) {
                Item item = order.items().get(i);
                boolean back = order.refund() > 0 && i == 1;
                boolean first = i == 0;
                to.row(
                        first ? id : "",
                        first ? order.local("uuuu-MM-dd HH:mm:ss") : "",
                        first ? order.email() : "",
                        first ? status : "",
                        first ? "POS/7" : "",
                        item.name(),
                        (back ? "-" : "") + item.quantity(),
                        (back ? "-" : "") + money(item.gross()));
                if (order.counts()) {
                    to.ownLine(
                            id,
                            "" + (i + 1),
                            order,
                            back ? "RETURN" : "",
                            money(item.gross()),
                            "" + item.quantity(),
                            "",
                            "",
                            item.name(),
                            "POS/7",
                            "store",
                            "");
                }
            }
        }
        return to.export("odoo-pos");
    }

    private static Export stripe() {
        VendorExports to = new VendorExports(
                6,
                "id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Converted Amount Refunded,"
                        + "Converted Currency,Decline Reason,Description,Fee,Mode,Refunded date (UTC),Statement Descriptor,"
                        + "Status,Seller Message,Taxes On Fee,Card ID,Customer ID,Customer Description,Customer Email,"
                        + "Invoice ID,Transfer");
        for (Order order : to.trade.orders()) {
            String id = "ch_" + order.number();
            java.time.LocalDateTime refundedAt =
                    VendorTrade.real(order.time().plusDays(3).withSecond(0));
            String later = refundedAt
                    .atZone(VendorTrade.BERLIN)
                    .withZoneSameInstant(java.time.ZoneOffset.UTC)
                    .format(java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT));
            to.row(
                    id,
                    order.utc("uuuu-MM-dd HH:mm:ss"),
                    money(order.net()),
                    money(order.refund()),
                    order.currency().toLowerCase(Locale.ROOT),
                    order.fate() == Fate.TEST ? "FALSE" : "TRUE",
                    money(order.net()),
                    money(order.refund()),
                    "eur",
                    "",
                    "Order",
                    "0.30",
                    "Live",
                    order.refund() > 0 ? later : "",
                    "",
                    order.fate() == Fate.CANCELLED ? "Failed" : order.fate() == Fate.REFUNDED ? "Refunded" : "Paid",
                    "Payment complete.",
                    "0.00",
                    "card_1",
                    "",
                    "",
                    order.email(),
                    "",
                    "po_1");
            if (order.counts()) {
                to.ownLine(id, "payment", order, "PURCHASE", money(order.net()), "", "", "", "", "", "stripe");
            }
            if (order.refund() > 0) {
                Order back = new Order(
                        order.number(), order.email(), refundedAt, order.currency(), order.fate(), 0, 0, order.items());
                to.ownLine(id, "refund", back, "RETURN", money(order.refund()), "", "", "", "", "", "stripe");
            }
        }
        return to.export("stripe-payments");
    }

    private static Export magento() {
        VendorExports to = new VendorExports(
                9,
                "ID,Purchase Point,Purchase Date,Bill-to Name,Ship-to Name,Grand Total (Base),Grand Total (Purchased),Status,"
                        + "Billing Address,Shipping Address,Shipping Information,Customer Email,Customer Group,Subtotal,"
                        + "Shipping and Handling,Customer Name,Payment Method,Total Refunded");
        for (Order order : to.trade.orders()) {
            String id = "20000" + order.number();
            long refund = order.fate() == Fate.REFUNDED ? order.refund() + 590 : order.refund();
            to.magentoOrder(order, id, refund);
            if (order.counts()) {
                to.ownLine(id, "order", order, "PURCHASE", money(order.net()), "", "", "", "", "Main", "web", "");
            }
            if (order.refund() > 0) {
                to.ownLine(id, "refund", order, "RETURN", money(order.refund()), "", "", "", "", "Main", "web", "");
            }
        }
        return to.export("magento-orders");
    }

    private void magentoOrder(Order order, String id, long refund) {
        String status = switch (order.fate()) {
            case CANCELLED -> "Canceled";
            case TEST -> "Pending Payment";
            case REFUNDED -> "Closed";
            default -> "Complete";
        };
        row(
                id,
                "Main",
                order.time()
                        .format(java.time.format.DateTimeFormatter.ofPattern("MMM d, uuuu hh:mm:ss a", Locale.ENGLISH)),
                "A Name",
                "A Name",
                money(order.net() + 590) + "00",
                money(order.net() + 590) + "00",
                status,
                "A Street 1,Berlin,10115",
                "A Street 1,Berlin,10115",
                "Flat Rate - Fixed",
                order.email(),
                "General",
                money(order.gross()) + "00",
                "5.9000",
                "A Name",
                "checkmo",
                refund == 0 ? "" : money(refund) + "00");
    }

    private static Export magentoItems() {
        VendorExports to = new VendorExports(
                7,
                "increment_id,created_at,status,store_name,customer_email,customer_is_guest,order_currency_code,item_id,"
                        + "parent_item_id,product_type,sku,name,qty_ordered,price,row_total,discount_amount,tax_amount,"
                        + "qty_refunded,amount_refunded");
        for (Order order : to.trade.orders()) {
            String id = "00000" + order.number();
            String status = order.fate() == Fate.CANCELLED
                    ? "canceled"
                    : order.fate() == Fate.TEST ? "pending_payment" : "complete";
            for (int i = 0; i < order.items().size(); i++) {
                Item item = order.items().get(i);
                long less = order.discount() > 0 ? item.gross() / 9 : 0;
                long back = order.refund() > 0 && i == 0 ? item.price() / 3 : 0;
                String key = "" + (order.number() * 10 + i);
                to.magentoRow(order, id, status, key, "", "configurable", item, item.gross(), less, back);
                to.magentoRow(order, id, status, key + "9", key, "simple", item, 0, 0, 0);
                to.ownItem(order, id, key, item, item.gross() - less, less, back, "Main", "web");
            }
        }
        return to.export("magento-order-items");
    }

    private void magentoRow(
            Order order,
            String id,
            String status,
            String key,
            String parent,
            String type,
            Item item,
            long total,
            long less,
            long back) {
        row(
                id,
                order.utc("uuuu-MM-dd HH:mm:ss"),
                status,
                "Main",
                order.email(),
                "0",
                order.currency(),
                key,
                parent,
                type,
                item.name(),
                item.name(),
                item.quantity() + ".0000",
                money(item.price()) + "00",
                money(total) + "00",
                money(less) + "00",
                "0.0000",
                "0.0000",
                back == 0 ? "0.0000" : money(back) + "00");
    }

    private static Export amazon() {
        VendorExports to = new VendorExports(
                8,
                String.join(
                        "\t",
                        "amazon-order-id",
                        "merchant-order-id",
                        "purchase-date",
                        "last-updated-date",
                        "order-status",
                        "fulfillment-channel",
                        "sales-channel",
                        "order-channel",
                        "ship-service-level",
                        "product-name",
                        "sku",
                        "asin",
                        "item-status",
                        "quantity",
                        "currency",
                        "item-price",
                        "item-tax",
                        "shipping-price",
                        "shipping-tax",
                        "gift-wrap-price",
                        "gift-wrap-tax",
                        "item-promotion-discount",
                        "ship-promotion-discount",
                        "ship-city",
                        "ship-state",
                        "ship-postal-code",
                        "ship-country",
                        "promotion-ids",
                        "is-business-order"));
        to.delimiter = "\t";
        for (Order order : to.trade.orders()) {
            String id = "305-" + order.number();
            boolean gone = order.fate() == Fate.CANCELLED;
            for (int i = 0; i < order.items().size(); i++) {
                Item item = order.items().get(i);
                long less = order.discount() > 0 ? item.gross() / 4 : 0;
                to.row(
                        id,
                        "",
                        order.utc("uuuu-MM-dd'T'HH:mm:ss") + "+00:00",
                        order.utc("uuuu-MM-dd'T'HH:mm:ss") + "+00:00",
                        gone ? "Cancelled" : order.fate() == Fate.TEST ? "Pending" : "Shipped",
                        "Amazon",
                        "Amazon.de",
                        "",
                        "Expedited",
                        item.name(),
                        item.name(),
                        "B0",
                        gone ? "Cancelled" : "Shipped",
                        "" + item.quantity(),
                        order.currency(),
                        money(item.gross()),
                        "0.0",
                        "3.99",
                        "",
                        "",
                        "",
                        less == 0 ? "" : money(less),
                        "",
                        "Berlin",
                        "",
                        "10115",
                        "DE",
                        "",
                        "false");
                if (order.counts()) {
                    to.ownLine(
                            id,
                            "",
                            order.anonymous(),
                            "PURCHASE",
                            money(item.gross() - less),
                            "" + item.quantity(),
                            less == 0 ? "" : money(less),
                            "",
                            item.name(),
                            "Amazon.de",
                            "amazon");
                }
            }
        }
        return to.export("amazon-orders");
    }

    private void ownLine(
            String id,
            String key,
            Order order,
            String type,
            String amount,
            String quantity,
            String discount,
            String category,
            String product,
            String store,
            String channel) {
        boolean till = channel.isEmpty();
        ownLine(
                id,
                key,
                order,
                type,
                amount,
                quantity,
                discount,
                category,
                product,
                store,
                channel,
                till ? "" : order.currency());
    }

    private void ownLine(
            String id,
            String key,
            Order order,
            String type,
            String amount,
            String quantity,
            String discount,
            String category,
            String product,
            String store,
            String channel,
            String currency) {
        own.add(Stream.of(
                        id,
                        key,
                        order.email().toLowerCase(Locale.ROOT),
                        order.local(OWN_TIME),
                        type,
                        amount,
                        currency,
                        quantity,
                        discount,
                        category,
                        product,
                        store,
                        channel)
                .map(field -> quoted(field, ","))
                .collect(Collectors.joining(",")));
    }

    private void row(String... fields) {
        rows.add(Stream.of(fields).map(field -> quoted(field, delimiter)).collect(Collectors.joining(delimiter)));
    }

    private static String quoted(String field, String delimiter) {
        return field.contains(delimiter) || field.contains("\"") ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }

    private static String money(long cents) {
        return String.format(Locale.ROOT, "%d.%02d", cents / 100, Math.abs(cents % 100));
    }

    private static String grouped(long cents) {
        return String.format(Locale.ROOT, "%,d.%02d", cents / 100, cents % 100);
    }

    private static String units(long tenThousandths) {
        return String.format(Locale.ROOT, "%d.%04d", tenThousandths / 10_000, tenThousandths % 10_000);
    }
}
