package org.galileok12;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class GalileoClever {
    public static void main(String[] arguments) {
        SpringApplication.run(GalileoClever.class, arguments);
    }
}
