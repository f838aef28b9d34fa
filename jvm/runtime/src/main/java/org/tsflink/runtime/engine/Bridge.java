package org.tsflink.runtime.engine;

import org.apache.flink.util.ExceptionUtils;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets an object of another class loader be used by an interface of this one: calls go to its
 * methods of the same name and parameters, which are types of the JDK. What such a method returns
 * as interface of this package is bridged again.
 */
final class Bridge implements InvocationHandler {
    private final Object target;
    private final Map<Method, Method> methods = new ConcurrentHashMap<>();

    private Bridge(Object target) {
        this.target = target;
    }

    static <T> T to(Class<T> type, Object target) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(), new Class<?>[] {type}, new Bridge(target)));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        try {
            Object result = methods.computeIfAbsent(method, this::find).invoke(target, arguments);
            Class<?> type = method.getReturnType();
            boolean bridged = type.getPackage() == Bridge.class.getPackage();
            return bridged && result != null ? to(type, result) : result;
        } catch (InvocationTargetException e) {
            ExceptionUtils.rethrow(e.getCause());
            return null;
        }
    }

    private Method find(Method method) {
        try {
            return target.getClass().getMethod(method.getName(), method.getParameterTypes());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(
                    "Two versions of tsflink-runtime run in this JVM: " + e.getMessage(), e);
        }
    }
}
