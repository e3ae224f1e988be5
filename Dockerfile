# Build the jar first: mvn package
FROM eclipse-temurin:17-jre

RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin galileo
WORKDIR /app
COPY --chmod=0644 target/galileo-clever.jar galileo-clever.jar
COPY routes/ routes/

USER 10001
ENV ROUTES_DIR=/app/routes
EXPOSE 8080 9876

# Bash speaks HTTP here, so that the image needs no curl.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/9876 && printf 'GET /actuator/health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]

ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "/app/galileo-clever.jar"]
