package supervision

import (
	"slices"
	"testing"
)

func TestLabelSet_maps_both_ways(t *testing.T) {
	for _, c := range []struct {
		set   LabelSet
		label string
		want  Function
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
		f, known := c.set.Function(c.label)
		if !known || f != c.want {
			t.Errorf("%s %s is %q, want %q", c.set, c.label, f, c.want)
		}
		if label, has := c.set.Label(f); !has || label != c.label {
			t.Errorf("%s calls %s %q, want %q", c.set, f, label, c.label)
		}
	}
}

func TestLabelSet_Label_mediation_keeps_its_name(t *testing.T) {
	for _, set := range []LabelSet{Kadushin, Proctor} {
		if label, has := set.Label(Mediation); has || label != "mediation" {
			t.Errorf("%s calls mediation %q (%v)", set, label, has)
		}
		if _, known := set.Function("mediation"); known || len(set.Labels()) != 3 {
			t.Errorf("%s has no mediation", set)
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
		if !allOf(usual, StandingKinds()) {
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
