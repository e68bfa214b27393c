package supervision

import (
	"slices"
	"testing"

	"aftershift/internal/valid"
)

func TestLabelSet_Label_is_the_schools(t *testing.T) {
	for _, c := range []struct {
		set   LabelSet
		label string
		of    Function
	}{
		{Kadushin, "administrative", Administrative},
		{Proctor, "normative", Administrative},
		{UKFour, "management", Administrative},
		{Proctor, "formative", Educational},
		{UKFour, "development", Educational},
		{Proctor, "restorative", Supportive},
		{UKFour, "support", Supportive},
		{UKFour, "mediation", Mediation},
	} {
		if label, has := c.set.Label(c.of); !has || label != c.label {
			t.Errorf("%s calls %s %q, want %q", c.set, c.of, label, c.label)
		}
	}
}

func TestLabelSet_Label_mediation_keeps_its_name(t *testing.T) {
	for _, set := range []LabelSet{Kadushin, Proctor} {
		if label, has := set.Label(Mediation); has || label != "mediation" {
			t.Errorf("%s calls mediation %q (%v)", set, label, has)
		}
	}
}

func TestStandingKind_every_kind_has_length_and_function(t *testing.T) {
	for _, k := range StandingKinds() {
		if k.Minutes() == 0 || !slices.Contains(Functions(), k.Function()) {
			t.Errorf("%s: %d minutes, function %q", k, k.Minutes(), k.Function())
		}
	}
	if StandingKind("x").Minutes() != 0 || StandingKind("x").Function() != "" {
		t.Error("an unknown kind has neither")
	}
}

func TestUsualStanding_fits_its_session(t *testing.T) {
	for _, kind := range SessionKinds() {
		usual := UsualStanding(kind)
		if !valid.AllOf(usual, StandingKinds()) {
			t.Errorf("%s: %v", kind, usual)
		}
		if (kind == AdHoc) != (len(usual) == 0) {
			t.Errorf("%s starts with %v", kind, usual)
		}
	}
}

func TestRelationship_usual_things_follow_from_kind(t *testing.T) {
	for _, c := range []struct {
		kind     RelationshipKind
		audience Audience
		session  SessionKind
	}{
		{LineManager, ForLineSupervisor, LineManagement},
		{ClinicalSupervisor, ForExternalSupervisor, Individual},
		{ExternalSupervisor, ForExternalSupervisor, ExternalClinical},
		{PracticeEducator, ForLineSupervisor, Individual},
		{Mentor, ForMentor, MentoringSession},
		{Peer, ForPeerGroup, PeerSession},
		{PeerGroup, ForPeerGroup, Group},
	} {
		r := Relationship{Kind: c.kind}
		if r.UsualAudience() != c.audience || r.UsualSession() != c.session {
			t.Errorf("%s: %s, %s", c.kind, r.UsualAudience(), r.UsualSession())
		}
	}
	if (Relationship{Kind: Peer, Audience: ForPortfolio}).UsualAudience() != ForPortfolio {
		t.Error("a chosen audience wins")
	}
}
