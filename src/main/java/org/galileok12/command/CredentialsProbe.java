package org.galileok12.command;

import org.galileok12.check.Probe;
import org.galileok12.check.ProbeFailed;
import org.galileok12.run.DistrictSync;
import org.galileok12.run.RunRefused;
import org.springframework.stereotype.Component;

/** Asks Clever for the list of districts, which it gives only to right credentials. Reads nothing of any district. */
@Component
final class CredentialsProbe implements Probe {

    private final DistrictSync sync;

    CredentialsProbe(DistrictSync sync) {
        this.sync = sync;
    }

    @Override
    public String name() {
        return "Clever credentials";
    }

    @Override
    public String run() throws ProbeFailed {
        try {
            int districts = sync.rosteringDistricts().size();
            return "accepted; rosters of " + districts + (districts == 1 ? " district" : " districts");
        } catch (RunRefused e) {
            throw new ProbeFailed(Sentence.of(e), e);
        }
    }
}
