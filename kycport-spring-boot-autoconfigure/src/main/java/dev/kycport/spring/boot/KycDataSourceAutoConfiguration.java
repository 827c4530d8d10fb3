package dev.kycport.spring.boot;

import dev.kycport.adapter.jdbc.JdbcStores;
import dev.kycport.ports.spi.StoreFactory;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Offers the application's DataSource as a store, where adapter-jdbc is on the class path. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration"
        })
@ConditionalOnClass({JdbcStores.class, DataSource.class})
@ConditionalOnBean(DataSource.class)
public class KycDataSourceAutoConfiguration {

    /** For Spring. */
    public KycDataSourceAutoConfiguration() {}

    /** A store on the DataSource that is marked with {@link KycDataSource}, or on the only or primary one. */
    @Bean
    @ConditionalOnMissingBean(name = "kycDataSourceStore")
    public StoreFactory kycDataSourceStore(
            @KycDataSource ObjectProvider<DataSource> marked, ObjectProvider<DataSource> any) {
        DataSource chosen = marked.getIfAvailable();
        return JdbcStores.on(chosen == null ? any.getObject() : chosen);
    }
}
