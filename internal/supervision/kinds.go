package supervision

import "slices"

// RelationshipKind says what another person is to the writer.
type RelationshipKind string

// The kinds of relationship.
const (
	LineManager        RelationshipKind = "line"
	ClinicalSupervisor RelationshipKind = "clinical"
	ExternalSupervisor RelationshipKind = "external_supervisor"
	PracticeEducator   RelationshipKind = "practice_educator"
	Mentor             RelationshipKind = "mentor"
	Peer               RelationshipKind = "peer"
	PeerGroup          RelationshipKind = "peer_group"
	Supporter          RelationshipKind = "supporter" // there for the writer, not for supervision
)

// RelationshipKinds gives every kind, in the order to offer them.
func RelationshipKinds() []RelationshipKind {
	return []RelationshipKind{
		LineManager, ClinicalSupervisor, ExternalSupervisor,
		PracticeEducator, Mentor, Peer, PeerGroup, Supporter,
	}
}

// Mentoring says what kind of mentoring a relationship of kind Mentor is.
type Mentoring string

// The kinds of mentoring.
const (
	SupervisoryMentoring Mentoring = "supervisory"
	ExternalMentoring    Mentoring = "external"
	PeerMentoring        Mentoring = "peer"
	VirtualMentoring     Mentoring = "virtual"
	ReverseMentoring     Mentoring = "reverse"
)

// Mentorings gives every kind of mentoring, in the order to offer them.
func Mentorings() []Mentoring {
	return []Mentoring{SupervisoryMentoring, ExternalMentoring, PeerMentoring, VirtualMentoring, ReverseMentoring}
}

// Audience says who an item is meant for; an export allows fields by it.
type Audience string

// The audiences.
const (
	ForLineSupervisor     Audience = "line_supervisor"
	ForExternalSupervisor Audience = "external_supervisor"
	ForPeerGroup          Audience = "peer_group"
	ForMentor             Audience = "mentor"
	ForPortfolio          Audience = "portfolio"
	ForTherapist          Audience = "therapist" // or a doctor: of what is no matter for supervision
)

// Audiences gives every audience, in the order to offer them.
func Audiences() []Audience {
	return []Audience{ForLineSupervisor, ForExternalSupervisor, ForPeerGroup, ForMentor, ForPortfolio, ForTherapist}
}

// SessionKind says what kind of meeting a session is.
type SessionKind string

// The kinds of session.
const (
	Individual       SessionKind = "individual"
	LineManagement   SessionKind = "line_management"
	ExternalClinical SessionKind = "external_clinical"
	Group            SessionKind = "group"
	PeerSession      SessionKind = "peer"
	AdHoc            SessionKind = "ad_hoc"
	MentoringSession SessionKind = "mentoring"
)

// SessionKinds gives every kind of session, in the order to offer them.
func SessionKinds() []SessionKind {
	return []SessionKind{
		Individual, LineManagement, ExternalClinical, Group, PeerSession, AdHoc, MentoringSession,
	}
}

// Mode says how a session was held. Empty means not said.
type Mode string

// The modes.
const (
	InPerson Mode = "in_person"
	ByVideo  Mode = "video"
	ByPhone  Mode = "phone"
	Written  Mode = "written"
)

// Modes gives every mode, in the order to offer them.
func Modes() []Mode { return []Mode{InPerson, ByVideo, ByPhone, Written} }

// SessionState says how far a session has come.
type SessionState string

// The states of a session.
const (
	Planned   SessionState = "planned"
	Open      SessionState = "open"
	Closed    SessionState = "closed"
	Cancelled SessionState = "cancelled"
)

// Want says what the writer wants from an item. Empty means not said yet.
type Want string

// The wants.
const (
	WantDecision   Want = "decide"
	WantAdvice     Want = "advice"
	WantReflection Want = "reflect"
	WantHearing    Want = "be_heard"
	WantLearning   Want = "learn"
	WantInform     Want = "inform"
	WantCelebrate  Want = "celebrate"
	WantEscalate   Want = "escalate"
)

// Wants gives every want, in the order to offer them.
func Wants() []Want {
	return []Want{
		WantDecision, WantAdvice, WantReflection, WantHearing,
		WantLearning, WantInform, WantCelebrate, WantEscalate,
	}
}

// Urgency says how soon an item should be talked about. Empty counts as
// Sometime.
type Urgency string

// The urgencies, least first.
const (
	Sometime Urgency = "sometime"
	Next     Urgency = "next"
	Urgent   Urgency = "urgent"
)

// Urgencies gives every urgency, least first.
func Urgencies() []Urgency { return []Urgency{Sometime, Next, Urgent} }

// rank orders urgencies: 0 for Sometime and for none given.
func (u Urgency) rank() int { return max(0, slices.Index(Urgencies(), u)) }

// ItemState says where an item is. See the package comment.
type ItemState string

// The states of an item.
const (
	Waiting   ItemState = "waiting"
	OnAgenda  ItemState = "on_agenda"
	Discussed ItemState = "discussed"
	Withdrawn ItemState = "withdrawn"
	Solved    ItemState = "solved_elsewhere"
	Parked    ItemState = "parked"
)

// OutcomeKind says what came out of talking about an item.
type OutcomeKind string

// The kinds of outcome.
const (
	Decision         OutcomeKind = "decision"
	Advice           OutcomeKind = "advice"
	NewUnderstanding OutcomeKind = "new_understanding"
	LearningNeed     OutcomeKind = "learning_need"
	SupportAgreed    OutcomeKind = "support_agreed"
	Escalate         OutcomeKind = "escalate"
	NoChange         OutcomeKind = "no_change"
	Deferred         OutcomeKind = "deferred"
)

// OutcomeKinds gives every kind of outcome, in the order to offer them.
func OutcomeKinds() []OutcomeKind {
	return []OutcomeKind{
		Decision, Advice, NewUnderstanding, LearningNeed,
		SupportAgreed, Escalate, NoChange, Deferred,
	}
}

// Owner says who has taken on an action.
type Owner string

// The owners. Other carries a name.
const (
	Me         Owner = "me"
	Supervisor Owner = "supervisor"
	Other      Owner = "other"
)

// Owners gives every owner, in the order to offer them.
func Owners() []Owner { return []Owner{Me, Supervisor, Other} }

// ActionState says how far an action has come.
type ActionState string

// The states of an action.
const (
	ToDo    ActionState = "open"
	Done    ActionState = "done"
	Dropped ActionState = "dropped"
)

// Worked says whether a done action did what it was for. Empty means not said.
type Worked string

// The answers to "did it work?".
const (
	ItWorked     Worked = "yes"
	WorkedInPart Worked = "in_part"
	DidNotWork   Worked = "no"
)

// Elsewhere names a place other than supervision that an item belongs to.
type Elsewhere string

// The places an item may be parked for that aren't supervision.
const (
	ForTherapy            Elsewhere = "therapy"
	ForDoctor             Elsewhere = "doctor"
	ForOccupationalHealth Elsewhere = "occupational_health"
	ForUnion              Elsewhere = "union"
	ForMyself             Elsewhere = "myself"
)

// Elsewheres gives every such place, in the order to offer them.
func Elsewheres() []Elsewhere {
	return []Elsewhere{ForTherapy, ForDoctor, ForOccupationalHealth, ForUnion, ForMyself}
}
