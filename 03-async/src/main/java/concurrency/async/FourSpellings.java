package concurrency.async;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Generator, callback, future, virtual thread: four spellings of one flow.
 *
 * <p>Predict: a customer asks for the price of bread, waits, asks for that of milk, waits, and pays
 * both. In which of the spellings do the steps come in another order?
 *
 * <p>Why: in none. While it waits, each keeps the place reached and the price of the bread, only
 * somewhere else: in its object and a field, in the nested lambdas, in the chain of futures, on the
 * stack of the thread. What differs is how it reads and what it costs:
 *
 * <ul>
 *   <li>generator: reads from top to bottom; somebody has to drive it
 *   <li>callback: needs nothing; each step goes one deeper, and a failure has nowhere to go
 *   <li>future: a failure travels along the chain; loops and {@code try} have to be put in its
 *       words
 *   <li>virtual thread: plain Java; it is a thread, so what it shares has to be guarded
 * </ul>
 *
 * <p>Next: the module 04-cpu-vs-io
 */
final class FourSpellings {
    /** A generator yields its questions; its variables are fields, to outlive a yield. */
    static final class ByGenerator {
        private int answer;
        private int bread;

        void buy(Shop shop) {
            drive(
                    shop,
                    new Generator<String>()
                            .yield("bread")
                            .then(() -> bread = shop.gets(answer))
                            .yield("milk")
                            .then(() -> shop.pays(bread + shop.gets(answer))));
        }

        private void drive(Shop shop, Generator<String> customer) {
            Optional<String> question = customer.next();
            question.ifPresent(
                    what ->
                            shop.ask(
                                    what,
                                    price -> {
                                        answer = price;
                                        drive(shop, customer);
                                    }));
        }
    }

    static void byCallback(Shop shop) {
        shop.ask(
                "bread",
                answer -> {
                    int bread = shop.gets(answer);
                    shop.ask("milk", milk -> shop.pays(bread + shop.gets(milk)));
                });
    }

    static void byFuture(Shop shop) {
        var _ =
                shop.ask("bread")
                        .thenApply(shop::gets)
                        .thenCompose(
                                bread ->
                                        shop.ask("milk").thenApply(milk -> bread + shop.gets(milk)))
                        .thenAccept(shop::pays);
    }

    static void byVirtualThread(Shop shop) {
        Thread.startVirtualThread(
                () -> {
                    int bread = shop.gets(shop.ask("bread").join());
                    int milk = shop.gets(shop.ask("milk").join());
                    shop.pays(bread + milk);
                });
    }

    void main() throws InterruptedException {
        print("generator", shop -> new ByGenerator().buy(shop));
        print("callback", FourSpellings::byCallback);
        print("future", FourSpellings::byFuture);
        print("virtual thread", FourSpellings::byVirtualThread);
    }

    private static void print(String name, Consumer<Shop> customer) throws InterruptedException {
        IO.println("%-16s%s".formatted(name, String.join(", ", Shop.serve(customer))));
    }
}
