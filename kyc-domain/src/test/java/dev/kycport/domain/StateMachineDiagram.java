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
    private static final String WITH = "with";

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

    // What a supertype declares without a body is a question to each of its states (Consent.allows, tryAnswer): the
    // state's
    // own move has another name. Record components are no moves either.
    private static boolean isMove(Class<?> state, Method method) {
        return !method.isSynthetic()
                && !Modifier.isStatic(method.getModifiers())
                && !method.getName().equals(WITH)
                && supertypes(state).noneMatch(type -> isQuestion(type, method))
                && Arrays.stream(state.getRecordComponents())
                        .map(RecordComponent::getAccessor)
                        .noneMatch(method::equals);
    }

    private static boolean isQuestion(Class<?> type, Method method) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(declared -> Modifier.isAbstract(declared.getModifiers()))
                .anyMatch(declared -> declared.getName().equals(method.getName())
                        && Arrays.equals(declared.getParameterTypes(), method.getParameterTypes()));
    }

    private static Stream<Class<?>> supertypes(Class<?> type) {
        return Arrays.stream(type.getInterfaces())
                .flatMap(parent -> Stream.concat(Stream.of(parent), supertypes(parent)));
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
