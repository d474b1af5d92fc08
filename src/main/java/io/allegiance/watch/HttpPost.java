package io.allegiance.watch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Posts to an address, and takes no longer for it than it may. */
public final class HttpPost {

    /** The default time limit of an answer. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int SUCCESSES = 2;
    private static final int HUNDRED = 100;

    private final Duration patience;

    /** Posts that wait no longer than some time for an answer. */
    public HttpPost(Duration patience) {
        this.patience = patience;
    }

    /**
     * Posts a body.
     *
     * @return what went wrong; the address, which may hold a secret, is not in it but for the host
     */
    public Optional<String> send(URI address, Map<String, String> headers, byte[] body) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
        try {
            int status = client.send(toRequest(address, headers, body), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status / HUNDRED == SUCCESSES
                    ? Optional.empty()
                    : Optional.of(address.getHost() + " answers with status " + status);
        } catch (IllegalArgumentException e) {
            return Optional.of("the request to " + address.getHost() + " cannot be made: a header of it is refused");
        } catch (IOException e) {
            return Optional.of(
                    address.getHost() + " does not answer: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("stopped while " + address.getHost() + " was waited for");
        }
    }

    private HttpRequest toRequest(URI address, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(patience).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        return request.build();
    }
}
