package dev.headrace.build.callsite;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lambdas and records of every kind; what they answer is a list of texts. */
public final class Samples implements Supplier<List<String>> {

    private final String own = "own";
    private final List<String> results = new ArrayList<>();

    @Override
    public List<String> get() {
        holding(7, 8_000_000_000L, 2.5, 1.5f, 'c', true, (byte) 3, (short) 4, "text");
        references();
        boxes();
        inherited();
        unusual();
        leftAlone();
        records();
        results.add(new Inner().add("inner"));
        return results;
    }

    private void holding(int i, long l, double d, float f, char c, boolean z, byte b, short s, String text) {
        Supplier<String> nothing = () -> "nothing";
        Supplier<String> itself = () -> own;
        Supplier<String> all =
                () -> i + " " + l + " " + d + " " + f + " " + c + " " + z + " " + b + " " + s + text + own;
        UnaryOperator<String> argument = more -> text + more + l + d;
        DoubleSupplier twoWords = () -> d + l;
        Runnable effect = () -> results.add("effect " + text);
        effect.run();
        results.addAll(List.of(nothing.get(), itself.get(), all.get(), argument.apply("+")));
        results.add(String.valueOf(twoWords.getAsDouble()));
    }

    private void references() {
        Function<String, Integer> unbound = String::length;
        Supplier<String> bound = own::toUpperCase;
        Function<Object, String> ofClass = String::valueOf;
        Supplier<List<String>> made = ArrayList::new;
        Function<String, StringBuilder> madeFrom = StringBuilder::new;
        IntFunction<String[]> array = String[]::new;
        Function<List<String>, Stream<String>> ofInterface = List::stream;
        UnaryOperator<String> privately = this::quoted;
        results.add(unbound.apply("four") + bound.get() + ofClass.apply(4) + made.get() + madeFrom.apply("built"));
        results.add(array.apply(3).length + " "
                + ofInterface.apply(List.of("a", "b")).toList() + privately.apply("q"));
    }

    private String quoted(String text) {
        return "'" + text + "'";
    }

    private void boxes() {
        Function<Integer, Integer> unboxed = Samples::twice;
        IntFunction<Object> boxed = Integer::valueOf;
        IntUnaryOperator primitive = Samples::twice;
        ToIntFunction<Integer> result = number -> number;
        BiFunction<Long, Double, Double> wide = (l, d) -> l * d;
        Predicate<Boolean> truth = Boolean::booleanValue;
        results.add(
                unboxed.apply(2) + " " + boxed.apply(3) + " " + primitive.applyAsInt(4) + " " + result.applyAsInt(5));
        results.add(wide.apply(2L, 1.25) + " " + truth.test(true));
        results.add(IntStream.range(0, 5)
                .boxed()
                .collect(Collectors.toMap(n -> n, n -> n * n))
                .toString());
        results.add(Stream.of("b", "a", "cc")
                .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .collect(Collectors.groupingBy(String::length, Collectors.counting()))
                .toString());
    }

    private static int twice(int number) {
        return 2 * number;
    }

    private void inherited() {
        Named named = () -> "name";
        results.add(named.greeting().get());
        Hidden<String> hidden = (text, times) -> text.repeat(times);
        results.add(hidden.apply("ab", 2));
    }

    private void unusual() {
        Function<String, List<String>> variable = List::of;
        BiFunction<String, Object, String> format = String::format;
        Supplier<String> past = super::toString;
        Callable<String> throwing = () -> {
            throw new IOException("thrown");
        };
        Runnable dropped = new ArrayDeque<Long>(List.of(1L))::pop;
        Runnable wide = new AtomicLong()::incrementAndGet;
        results.add(variable.apply("v") + format.apply("%s!", "f") + past.get().startsWith(Samples.class.getName()));
        results.add(failureOf(throwing));
        dropped.run();
        wide.run();
        Predicate<String> known = Objects::nonNull;
        results.add(failureOf(() -> unchecked(known).test(5)));
    }

    @SuppressWarnings("unchecked") // what a list of the wrong type does
    private static Predicate<Object> unchecked(Predicate<?> known) {
        return (Predicate<Object>) known;
    }

    private static String failureOf(Callable<?> call) {
        try {
            return "no failure: " + call.call();
        } catch (Exception e) {
            return e.getClass().getName();
        }
    }

    /** A longer number, and an interface besides: both stay with the virtual machine. */
    private void leftAlone() {
        ToLongFunction<List<String>> longer = List::size;
        Supplier<String> serializable = (Supplier<String> & Serializable) () -> "serializable";
        results.add(longer.applyAsLong(List.of("one")) + serializable.get());
    }

    private void records() {
        record Local(String text) {}
        Row row = new Row(1, 2L, (byte) 3, (short) 4, 'c', true, 1.5f, -0.0, "text", new int[0].getClass(), null);
        Row same = new Row(1, 2L, (byte) 3, (short) 4, 'c', true, 1.5f, -0.0, "text", int[].class, null);
        Row other = new Row(1, 2L, (byte) 3, (short) 4, 'c', true, 1.5f, 0.0, "text", int[].class, null);
        results.add(row + " " + new Local("t") + new Empty() + row.hashCode() + new Empty().hashCode());
        results.add(row.equals(same) + " " + row.equals(other) + Objects.equals(row, null) + row.equals("text")
                + new Empty().equals(new Empty()));
        results.add(new Local("t").equals(new Local("t")) + " " + new Local("t").equals(new Local("u"))
                + new Local("t").hashCode());
    }

    record Empty() {}

    record Row(
            int number,
            long big,
            byte small,
            short middle,
            char letter,
            boolean truth,
            float rough,
            double exact,
            String text,
            Class<?> type,
            @Nullable List<String> none) {}

    interface Named {

        String name();

        default Supplier<String> greeting() {
            return () -> "hello " + name()
                    + Map.of("k", 1).entrySet().stream().map(this::entry).toList();
        }

        private String entry(Map.Entry<String, Integer> entry) {
            return entry.getKey() + entry.getValue();
        }
    }

    @FunctionalInterface
    private interface Hidden<T> {

        T apply(T value, int times);
    }

    private final class Inner {

        private final String name = "of the inner class";

        String add(String text) {
            Supplier<String> both = () -> quoted(name)
                    + text
                    + new Object() {
                        private final Supplier<String> deeper = () -> own + name;
                    }.deeper.get();
            return both.get();
        }
    }
}
