package org.galileok12.sso;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Makes a statement one round trip. Camel asks how many parameters a statement has, and PostgreSQL's driver asks the server for
 * that each time; here the question marks are counted. Safe to share.
 */
final class OneTrip extends DelegatingDataSource {

    OneTrip(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        return proxy(Connection.class, (method, arguments) -> {
            var answer = call(connection, method, arguments);
            return answer instanceof PreparedStatement statement && arguments != null && arguments.length == 1
                    ? counting(statement, (String) arguments[0])
                    : answer;
        });
    }

    /** Texts and comments of our statements hold no question mark: a test of the house sees to it. */
    private static PreparedStatement counting(PreparedStatement statement, String sql) {
        var count = (int) sql.chars().filter(each -> each == '?').count();
        var parameters = proxy(ParameterMetaData.class, (method, arguments) -> {
            if (method.getName().equals("getParameterCount")) {
                return count;
            }
            throw new SQLException("Only the number of parameters is known, not their " + method.getName() + ".");
        });
        return proxy(
                PreparedStatement.class,
                (method, arguments) -> method.getName().equals("getParameterMetaData")
                        ? parameters
                        : call(statement, method, arguments));
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                OneTrip.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method, arguments)));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private interface Answer {
        @Nullable Object to(Method method, Object @Nullable [] arguments) throws Throwable;
    }
}
