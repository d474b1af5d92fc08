package io.allegiance.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A Chromium of the machine's without a window, and the driver that came with it; nothing is downloaded. A test without one is
 * skipped with its reason; where {@code CI} is true it fails.
 */
public final class Browser implements AutoCloseable {

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts the browser with a profile in a folder. */
    public static Browser start(Path profile) {
        File browser = find("chromium", "chromium-browser", "google-chrome");
        File chromeDriver = find("chromedriver");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromeDriver)
                .usingAnyFreePort()
                .build();
        Browser started = new Browser(new ChromeDriver(service, options));
        started.leaveStartPage();
        return started;
    }

    /** The browser's own first page asks for much. */
    private void leaveStartPage() {
        driver.get("about:blank");
        complaints();
        requests();
    }

    /** Opens a file in a window of so many pixels. */
    public void open(Path file, int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        driver.get(file.toUri().toString());
    }

    /** What the browser complained about since this was asked last: errors of scripts, blocked loads, broken markup. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .toList();
    }

    /** The addresses that the page asked for since this was asked last. */
    public List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> entry.getMessage())
                .filter(message -> message.contains("Network.requestWillBeSent\""))
                .map(message -> message.replaceAll("(?s).*\"request\":\\{.*?\"url\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    /** Asks the page; the tests' own script, which the page's policy does not touch. */
    public Object ask(String expression) {
        return driver.executeScript("return " + expression);
    }

    /** Writes what the window shows as PNG. */
    public void photograph(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static File find(String... names) {
        List<String> folders = Stream.concat(
                        Optional.ofNullable(System.getenv("PATH")).stream()
                                .flatMap(path -> Stream.of(path.split(File.pathSeparator))),
                        Stream.of("/usr/bin"))
                .toList();
        return Stream.of(names)
                .flatMap(name -> folders.stream().map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst()
                .orElseGet(() -> missing(names[0]));
    }

    private static File missing(String name) {
        String reason = "there is no " + name + " on this machine; .ci/browser install gets one on Debian";
        return "true".equals(System.getenv("CI")) ? fail(reason) : abort(reason);
    }
}
