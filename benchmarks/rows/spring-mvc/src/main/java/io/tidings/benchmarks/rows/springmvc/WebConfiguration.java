package io.tidings.benchmarks.rows.springmvc;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** Spring MVC with its defaults. */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
public class WebConfiguration {}
