package org.leitai.bank;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.leitai.bank.format.WrittenItem;
import org.leitai.kernel.ItemVersionId;

/** The row of an {@link ItemVersion} 题目版本. Written once. */
@Entity
@Immutable
@Table(name = "item_version")
class StoredVersion {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "item_version")
    @SequenceGenerator(name = "item_version", sequenceName = "item_version_seq", allocationSize = 50)
    Long id;

    String code;
    int version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "replaces")
    StoredVersion replaces;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "load_id")
    BankLoad load;

    @Convert(converter = Json.TypeCode.class)
    ItemType type;

    String stem;

    @Convert(converter = Json.Texts.class)
    @ColumnTransformer(write = "?::jsonb")
    List<String> options;

    @Convert(converter = Json.Key.class)
    @ColumnTransformer(write = "?::jsonb")
    @Column(name = "answer_key")
    AnswerKey key;

    String explanation;

    @Convert(converter = Json.Origin.class)
    @ColumnTransformer(write = "?::jsonb")
    Source source;

    int difficulty;

    @Convert(converter = Json.Texts.class)
    @ColumnTransformer(write = "?::jsonb")
    List<String> topics;

    @Convert(converter = Json.Texts.class)
    @ColumnTransformer(write = "?::jsonb")
    List<String> facts;

    @Column(name = "content_hash")
    String contentHash;

    protected StoredVersion() {}

    /** @param replaces the version before; null for the first one */
    StoredVersion(WrittenItem item, String contentHash, StoredVersion replaces, BankLoad load) {
        this.code = item.code();
        this.version = replaces == null ? 1 : replaces.version + 1;
        this.replaces = replaces;
        this.load = load;
        this.type = item.type();
        this.stem = item.stem();
        this.options = item.options();
        this.key = item.key();
        this.explanation = item.explanation();
        this.source = item.source();
        this.difficulty = item.difficulty();
        this.topics = item.topics();
        this.facts = item.facts();
        this.contentHash = contentHash;
    }

    ItemVersion toItemVersion() {
        return new ItemVersion(
                new ItemVersionId(id),
                code,
                version,
                topics.getFirst(),
                type,
                stem,
                options,
                key,
                explanation,
                source,
                difficulty,
                topics,
                facts);
    }
}
