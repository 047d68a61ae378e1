package concurrency.async.programs;

import concurrency.async.coroutines.StackfulGenerator.OwnStack;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Generator, callback, future, virtual thread: four ways to write one flow.
 *
 * <p>Predict: a customer asks for the price of bread, waits, asks for that of milk, waits, and pays
 * both. Do the steps come in a different order in any of the four?
 *
 * <p>Why: in none. While it waits, each keeps the place reached and the price of the bread, but
 * each elsewhere: in the generator ({@code OwnStack} of StackfulGenerator), in nested lambdas, in a
 * chain of futures, on a thread's stack. What each costs is said above it.
 *
 * <p>Choose today: a virtual thread, and futures where your framework hands them out.
 *
 * <p>Next: {@link OneAtATime}
 */
public final class FourSpellings {
    // reads from top to bottom, but somebody has to drive it
    void generator() {
        Consumer<Consumer<String>> customer =
                question -> {
                    question.accept("bread"); // a yield; goes on when the answer is there
                    int bread = answer;
                    question.accept("milk");
                    pay(bread + answer);
                };
        drive(new OwnStack<>(customer));
    }

    // each step is one level deeper, and a failure has nowhere to go
    void callback() {
        ask("bread", bread -> ask("milk", milk -> pay(bread + milk)));
    }

    // a failure travels along the chain; loops and try have to be rewritten as calls on futures
    void future() {
        var _ =
                ask("bread")
                        .thenCompose(bread -> ask("milk").thenApply(milk -> bread + milk))
                        .thenAccept(this::pay);
    }

    // plain Java; it is a thread, so what it shares has to be guarded
    void virtualThread() {
        Runnable customer =
                () -> {
                    int bread = ask("bread").join();
                    int milk = ask("milk").join();
                    pay(bread + milk);
                };
        Thread.startVirtualThread(customer);
    }

    private int answer; // for the generator, which has no other way to get one

    private void drive(Iterator<String> customer) {
        if (customer.hasNext())
            ask(
                    customer.next(),
                    price -> {
                        answer = price;
                        drive(customer);
                    });
    }

    private final List<String> trace = new ArrayList<>(); // question and answer hand it over
    private final BlockingQueue<IntConsumer> questions = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> paid = new CompletableFuture<>();

    private void ask(String what, IntConsumer callback) {
        trace.add("asks " + what);
        questions.add(callback);
    }

    private CompletableFuture<Integer> ask(String what) {
        var price = new CompletableFuture<Integer>();
        ask(what, price::complete);
        return price;
    }

    private void pay(int sum) {
        paid.complete(sum);
    }

    /** Lets the customer begin; then the shop, on the calling thread, answers 2 and 3. */
    static List<String> trace(Consumer<FourSpellings> customer) throws InterruptedException {
        var story = new FourSpellings();
        customer.accept(story);
        for (int price : List.of(2, 3)) {
            IntConsumer callback = story.questions.take();
            story.trace.add("is told " + price);
            callback.accept(price);
        }
        story.trace.add("pays " + story.paid.join());
        return story.trace;
    }

    void main() throws InterruptedException {
        print("generator", FourSpellings::generator);
        print("callback", FourSpellings::callback);
        print("future", FourSpellings::future);
        print("virtual thread", FourSpellings::virtualThread);
    }

    private static void print(String how, Consumer<FourSpellings> customer)
            throws InterruptedException {
        IO.println("%-16s%s".formatted(how, String.join(", ", trace(customer))));
    }
}
