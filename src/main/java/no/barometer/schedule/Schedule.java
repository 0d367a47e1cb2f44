package no.barometer.schedule;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import no.barometer.configuration.Configuration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchJobLauncherAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The long-running process: looks at clock and input, and serves health and metrics, by Spring's own parts. */
@EnableScheduling
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            BatchAutoConfiguration.class,
            BatchJdbcAutoConfiguration.class,
            BatchJobLauncherAutoConfiguration.class
        })
public class Schedule {
    private static final int PATIENCE_SECONDS = 35;

    /**
     * Starts it; it goes on until the context is closed.
     *
     * @param clock the system's, but in tests
     */
    static ConfigurableApplicationContext start(Configuration configuration, Clock clock) {
        Configuration.Schedule schedule = configuration.schedule();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.address", schedule.address());
        properties.put("server.port", String.valueOf(schedule.port()));
        properties.put("management.endpoints.web.base-path", "/");
        properties.put("management.endpoints.web.discovery.enabled", "false");
        properties.put("management.endpoints.web.exposure.include", "health,prometheus");
        properties.put("management.endpoints.web.path-mapping.prometheus", "metrics");
        properties.put("management.endpoint.health.show-details", "always");
        properties.put("management.health.diskspace.path", configuration.output());
        properties.put("spring.web.resources.add-mappings", "false");
        properties.put("spring.jmx.enabled", "false");
        // the configuration's own file is no file of Spring's
        properties.put("spring.config.location", "optional:classpath:/none/");
        // how this program logs is set up already
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SpringApplication application = new SpringApplication(Schedule.class);
        application.setBannerMode(org.springframework.boot.Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setWebApplicationType(schedule.port() < 0 ? WebApplicationType.NONE : WebApplicationType.SERVLET);
        application.setDefaultProperties(properties);
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("configuration", configuration);
            context.getBeanFactory().registerSingleton("clock", clock);
        });
        return application.run();
    }

    /** Starts it and waits until the process is asked to end. */
    public static void serve(Configuration configuration, Runnable started) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        ConfigurableApplicationContext context = start(configuration, Clock.systemUTC());
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> closed.countDown());
        started.run();
        closed.await();
    }

    @Bean
    Running running(Configuration configuration, Clock clock, MeterRegistry registry) throws IOException {
        return new Running(configuration, clock, registry);
    }

    @Bean
    RunsHealth runs(Running running) {
        return new RunsHealth(running);
    }

    @Bean
    TaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("schedule-");
        scheduler.setDaemon(true);
        // a thread that is interrupted would close the embedded warehouse's file
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(PATIENCE_SECONDS);
        return scheduler;
    }

    @Bean
    SchedulingConfigurer looking(Running running, Configuration configuration, TaskScheduler scheduler) {
        return tasks -> {
            tasks.setTaskScheduler(scheduler);
            tasks.addFixedDelayTask(
                    running.duty()::look, configuration.schedule().poll());
        };
    }
}
