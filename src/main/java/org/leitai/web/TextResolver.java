package org.leitai.web;

import io.quarkus.qute.EngineConfiguration;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.EvaluatedParams;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.TemplateInstance;
import java.util.Locale;
import java.util.concurrent.CompletionStage;

/**
 * Makes {@code {t:of('key', argument…)}} work in templates, in the language of the rendering, and {@code {t:under('prefix.')}}, all
 * texts whose keys begin so, by the rest of the key.
 */
@EngineConfiguration
public class TextResolver implements NamespaceResolver {

    @Override
    public String getNamespace() {
        return "t";
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        EvaluatedParams params = EvaluatedParams.evaluate(context);
        return params.stage.thenApply(ignored -> text(context, params));
    }

    private static Object text(EvalContext context, EvaluatedParams params) {
        try {
            Object[] arguments = new Object[Math.max(0, context.getParams().size() - 1)];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = params.getResult(i + 1);
            }
            String key = params.getResult(0).toString();
            return context.getName().equals("under")
                    ? Texts.instance().under(locale(context), key)
                    : Texts.instance().of(locale(context), key, arguments);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Locale locale(EvalContext context) {
        return switch (context.getAttribute(TemplateInstance.LOCALE)) {
            case Locale locale -> locale;
            case String tag -> Locale.forLanguageTag(tag);
            case null, default -> Texts.CHINESE;
        };
    }
}
