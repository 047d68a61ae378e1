package concurrency.async;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * The shop that the customers of {@link FourSpellings} ask. It answers when it can, and keeps the
 * trace of both.
 */
final class Shop {
    // Written by shop and customer in turn: questions and answers carry it to and fro.
    private final List<String> trace = new ArrayList<>();
    private final BlockingQueue<IntConsumer> questions = new LinkedBlockingQueue<>();
    private final CountDownLatch paid = new CountDownLatch(1);

    /** Asks for a price. Returns at once; the answer goes to the callback. */
    void ask(String what, IntConsumer callback) {
        trace.add("asks " + what);
        questions.add(callback);
    }

    /** Asks for a price. Returns at once; the answer goes to the future. */
    CompletableFuture<Integer> ask(String what) {
        var answer = new CompletableFuture<Integer>();
        ask(what, answer::complete);
        return answer;
    }

    /** The customer has read the answer. */
    int gets(int price) {
        trace.add("gets " + price);
        return price;
    }

    void pays(int sum) {
        trace.add("pays " + sum);
        paid.countDown();
    }

    /** Lets a customer begin, then answers 2 and 3 on the calling thread, and tells the trace. */
    static List<String> serve(Consumer<Shop> customer) throws InterruptedException {
        var shop = new Shop();
        customer.accept(shop);
        for (int price : List.of(2, 3)) {
            IntConsumer question = shop.questions.take();
            shop.trace.add("waits"); // the customer: the shop has not answered yet
            question.accept(price);
        }
        shop.paid.await();
        return shop.trace;
    }
}
