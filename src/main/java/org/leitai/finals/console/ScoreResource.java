package org.leitai.finals.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.leitai.finals.Matches;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Panel;
import org.leitai.finals.rules.Segment;
import org.leitai.finals.rules.SegmentKind;
import org.leitai.kernel.Points;
import org.leitai.staff.CurrentStaff;
import org.leitai.staff.Roles;

/** The scores of judges, as far as the one who asks may see them: nobody shall be led by the others'. */
@Path("/staff/finals/{code}/scores")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ScoreResource {

    private final Matches matches;
    private final CurrentStaff staff;

    ScoreResource(Matches matches, CurrentStaff staff) {
        this.matches = matches;
        this.staff = staff;
    }

    /**
     * @param own by part; null: not handed in
     * @param others what each of them gives in all; empty until the own score is handed in
     * @param mean what all scores come to, as the ruling will have it; null until then
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Scores(Map<String, String> own, List<Given> others, String mean) {}

    record Given(String judge, String points) {}

    @GET
    @RolesAllowed(Roles.JUDGE)
    public Scores scores(@PathParam("code") String code) {
        MatchState match =
                matches.room(code).orElseThrow(NotFoundException::new).state();
        Segment segment = match.segment().orElse(null);
        String me = staff.require().username();
        boolean judged = segment != null && segment.kind() == SegmentKind.JUDGED && match.question() != null;
        if (!judged || !match.question().judged().containsKey(me)) {
            return new Scores(null, List.of(), null);
        }
        Map<String, Map<String, Points>> all = new TreeMap<>(match.question().judged());
        var own = new TreeMap<String, String>();
        all.get(me).forEach((part, points) -> own.put(part, points.toString()));
        List<Given> others = all.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(me))
                .map(entry -> new Given(entry.getKey(), sum(segment, entry.getValue())))
                .toList();
        return new Scores(own, others, Panel.points(segment, all.values()).toString());
    }

    private static String sum(Segment segment, Map<String, Points> parts) {
        return Panel.points(segment, List.of(parts)).toString();
    }
}
