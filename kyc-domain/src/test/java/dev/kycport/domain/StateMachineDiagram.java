package dev.kycport.domain;

import io.vavr.control.Either;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A machine as its types tell it: the leaves of a sealed interface are states, methods that return states are moves. */
final class StateMachineDiagram {

    // AwaitingOtp.with(…) and its like say that the challenge inside moved; that challenge has a diagram of its own.
    private static final Set<String> IGNORED_METHODS = Set.of("with", "match");

    private final Class<?> machine;

    StateMachineDiagram(Class<?> machine) {
        this.machine = machine;
    }

    String name() {
        return machine.getSimpleName();
    }

    Set<Class<?>> states() {
        Set<Class<?>> states = new LinkedHashSet<>();
        leaves(machine).forEach(states::add);
        return states;
    }

    /** The states that can be reached, in the order in which one comes upon them. */
    Set<Class<?>> reachable() {
        Set<Class<?>> found = new LinkedHashSet<>();
        initialStates().values().forEach(first -> visit(first, found));
        return found;
    }

    /** By the name of the method that makes it: the state in which a machine begins. */
    Map<String, Class<?>> initialStates() {
        Map<String, Class<?>> firsts = new TreeMap<>();
        Stream.of(machine.getDeclaredMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .forEach(method -> firsts.put(method.getName(), method.getReturnType()));
        return firsts;
    }

    /** By the name of the state it leads to: the names of the moves that lead there. */
    Map<String, Set<String>> moves(Class<?> state) {
        Map<String, Set<String>> moves = new TreeMap<>();
        Stream.of(state.getMethods())
                .filter(method -> isMove(state, method))
                .forEach(method -> targets(method.getGenericReturnType())
                        .forEach(target -> moves.computeIfAbsent(target.getSimpleName(), any -> new TreeSet<>())
                                .add(method.getName())));
        return moves;
    }

    String diagram() {
        StringBuilder lines = new StringBuilder("```mermaid\nstateDiagram-v2\n");
        initialStates().forEach((move, first) -> lines.append(line("[*]", first.getSimpleName(), move)));
        for (Class<?> state : reachable()) {
            Map<String, Set<String>> moves = moves(state);
            moves.forEach((to, names) -> lines.append(line(state.getSimpleName(), to, String.join(", ", names))));
            if (moves.isEmpty()) {
                lines.append("    ").append(state.getSimpleName()).append(" --> [*]\n");
            }
        }
        return lines.append("```\n").toString();
    }

    private static String line(String from, String to, String moves) {
        return "    " + from + " --> " + to + ": " + moves + "\n";
    }

    private void visit(Class<?> state, Set<Class<?>> found) {
        if (found.add(state)) {
            moves(state)
                    .keySet()
                    .forEach(next -> states().stream()
                            .filter(other -> other.getSimpleName().equals(next))
                            .forEach(other -> visit(other, found)));
        }
    }

    // What the machine itself declares is asked of every state and moves none (Consent.allows); parts are no moves
    // either.
    private boolean isMove(Class<?> state, Method method) {
        return !method.isSynthetic()
                && !Modifier.isStatic(method.getModifiers())
                && method.getDeclaringClass() != machine
                && !IGNORED_METHODS.contains(method.getName())
                && Arrays.stream(state.getRecordComponents())
                        .map(RecordComponent::getAccessor)
                        .noneMatch(method::equals);
    }

    /** The states that a move with this return type can lead to; what can be refused is unwrapped. */
    private Stream<Class<?>> targets(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            boolean wrapper = generic.getRawType() == Either.class || generic.getRawType() == Optional.class;
            return wrapper ? targets(arguments[arguments.length - 1]) : targets(generic.getRawType());
        }
        if (type instanceof TypeVariable<?> variable) {
            return targets(variable.getBounds()[0]);
        }
        return type instanceof Class<?> raw && machine.isAssignableFrom(raw) ? leaves(raw) : Stream.empty();
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(StateMachineDiagram::leaves)
                : Stream.of(type);
    }
}
