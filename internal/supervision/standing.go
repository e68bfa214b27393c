package supervision

// StandingKind is the key of something that belongs on an agenda every time.
// The words are the reader's; an item that isn't standing has none.
type StandingKind string

// The standing items.
const (
	StandingArriving StandingKind = "arriving" // wellbeing: how am I
	StandingActions  StandingKind = "actions"  // actions from last time
	StandingCaseload StandingKind = "caseload" // caseload and capacity
	StandingLearning StandingKind = "learning"
	StandingLeave    StandingKind = "leave" // leave and commitments
	StandingTraining StandingKind = "training"
	StandingPolicy   StandingKind = "policy"
	StandingSafety   StandingKind = "safety" // health and safety, lone working
	StandingTeam     StandingKind = "team"
)

// standingMinutes gives each kind's usual length; its order is the order to
// offer them, which follows the forms councils use.
var standingMinutes = []struct {
	kind     StandingKind
	minutes  int
	function Function
}{
	{StandingArriving, 5, Supportive},
	{StandingActions, 5, Administrative},
	{StandingCaseload, 10, Administrative},
	{StandingLearning, 10, Educational},
	{StandingLeave, 5, Administrative},
	{StandingTraining, 5, Educational},
	{StandingPolicy, 5, Administrative},
	{StandingSafety, 5, Administrative},
	{StandingTeam, 5, Mediation},
}

// StandingKinds gives every standing item, in the order to offer them.
func StandingKinds() []StandingKind {
	kinds := make([]StandingKind, len(standingMinutes))
	for i, s := range standingMinutes {
		kinds[i] = s.kind
	}
	return kinds
}

// Minutes gives the kind's usual length in minutes, 0 for an unknown kind.
func (k StandingKind) Minutes() int {
	for _, s := range standingMinutes {
		if s.kind == k {
			return s.minutes
		}
	}
	return 0
}

// Function gives the function the kind usually serves, empty for an unknown
// kind.
func (k StandingKind) Function() Function {
	for _, s := range standingMinutes {
		if s.kind == k {
			return s.function
		}
	}
	return ""
}

// UsualStanding gives the standing items that an agenda for a session of the
// kind starts with, in order.
func UsualStanding(kind SessionKind) []StandingKind {
	switch kind {
	case Individual:
		return []StandingKind{StandingArriving, StandingActions, StandingCaseload, StandingLearning}
	case LineManagement:
		return []StandingKind{
			StandingArriving, StandingActions, StandingCaseload, StandingLeave,
			StandingTraining, StandingPolicy, StandingSafety, StandingTeam,
		}
	case ExternalClinical:
		return []StandingKind{StandingArriving, StandingActions}
	case MentoringSession:
		return []StandingKind{StandingArriving, StandingActions, StandingLearning}
	case Group, PeerSession:
		return []StandingKind{StandingArriving}
	}
	return nil
}
