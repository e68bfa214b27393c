package supervision

import "slices"

// Function is what supervision does for an item, in the one form that is
// stored: Kadushin's three and mediation from the British four. Empty means not
// said. Names and mapping: https://vic.gov.au/best-practice-supervision-guidelines/supervision-models
type Function string

// The functions.
const (
	Administrative Function = "administrative"
	Educational    Function = "educational"
	Supportive     Function = "supportive"
	Mediation      Function = "mediation"
)

// Functions gives every function, in the order to show them.
func Functions() []Function {
	return []Function{Administrative, Educational, Supportive, Mediation}
}

// LabelSet is a school's set of names for the functions.
type LabelSet string

// The label sets.
const (
	Kadushin LabelSet = "kadushin" // administrative, educational, supportive
	Proctor  LabelSet = "proctor"  // normative, formative, restorative
	UKFour   LabelSet = "uk4"      // management, development, support, mediation
)

// LabelSets gives every label set.
func LabelSets() []LabelSet { return []LabelSet{Kadushin, Proctor, UKFour} }

// labels gives each set's names in the order of Functions. Only the British
// four name mediation; in the other two it keeps its own name when shown.
var labels = map[LabelSet][]string{
	Kadushin: {"administrative", "educational", "supportive"},
	Proctor:  {"normative", "formative", "restorative"},
	UKFour:   {"management", "development", "support", "mediation"},
}

// Label gives the set's name for f, and whether the set has one. Without one
// it gives f's own name, so that an item marked mediation is never shown as
// something else.
func (s LabelSet) Label(f Function) (string, bool) {
	if i := slices.Index(Functions(), f); i >= 0 && i < len(labels[s]) {
		return labels[s][i], true
	}
	return string(f), false
}

// Lens is one of the seven eyes of Hawkins and Shohet: where to look from.
// https://www.nqsw.sssc.uk.com/resources_tag/professional-supervision/
type Lens string

// The lenses, one to seven.
const (
	EyeClient        Lens = "client"
	EyeInterventions Lens = "interventions"
	EyeRelationship  Lens = "relationship"
	EyeWorker        Lens = "worker"
	EyeSupervision   Lens = "supervision"
	EyeSupervisor    Lens = "supervisor"
	EyeSystem        Lens = "system"
)

// Lenses gives the seven lenses in their usual order.
func Lenses() []Lens {
	return []Lens{
		EyeClient, EyeInterventions, EyeRelationship, EyeWorker,
		EyeSupervision, EyeSupervisor, EyeSystem,
	}
}

// The stakeholders of Morrison's 4x4x4, as further lenses: whom it concerns.
// https://vic.gov.au/best-practice-supervision-guidelines/supervision-models
const (
	ForPeople       Lens = "people" // who use the service
	ForStaff        Lens = "staff"
	ForOrganisation Lens = "organisation"
	ForPartners     Lens = "partners"
)

// Stakeholders gives the four stakeholders in their usual order.
func Stakeholders() []Lens { return []Lens{ForPeople, ForStaff, ForOrganisation, ForPartners} }
