package org.leitai.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.leitai.support.RealServers;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class BankAtStartTest {

    @Inject
    Bank bank;

    @Test
    void configuredFolderIsLoadedWhenTheApplicationStarts() {
        assertThat(bank.published()).hasSizeGreaterThanOrEqualTo(400);
    }
}
