package pseudonym

import (
	"strconv"
	"strings"

	"aftershift/internal/redact/lex"
)

// Namer gives replacements: the same person is called the same throughout, and
// relatives share a letter.
type Namer struct {
	lists    *lex.Lists
	style    Style
	people   []*identity
	words    map[string]*identity
	mine     map[string]*identity // the writer's own people at work, by their words
	letters  map[string]int       // next letter by role
	taken    map[string]bool
	given    int             // how many invented names are given
	standing map[string]bool // invented names that stood in the text already
	learnt   bool
	year     int // of dates that name none
	first    int // day that the story begins on
}

// identity is one person of the document, however often named.
type identity struct {
	role  string     // a plain word: parent, child, worker, person
	whose string     // the determiner the user wrote before the role: "my"
	label string     // "A"; shared among relatives
	code  string     // the user's own label
	alias string     // the invented name
	forms [][]string // the names of several words that they were called by
}

// aliases are the invented names. They are made up, so that nobody has them, and
// a second pass knows them again.
var aliases = strings.Fields("Avrin Belcor Cendry Dalwen Ebrin Fennol Galder Harvil Isbren Jorvan Kelmor Lorvik Mirrel Nalden Ostrin Pelwin Quorin " +
	"Relvan Sorrin Talven Ulwin Velden Wendor Xalen Yarrel Zellin Ardwin Bromel Cadrin Dorvel Elvick Farrin Gorwen Hendor Ilvar Jendry Korvel Lendrin " +
	"Morvil Neldor Orvick Pendrel Ravick Selwyr Torvin Urwen Vandel Wilvor Yendrin Zorvel")

// AliasWords are the invented names as a set, folded.
var AliasWords = lex.SetOf(strings.ToLower(strings.Join(aliases, " ")))

// newNamer gives a namer of the style who knows the people of the register.
func New(style Style, people []lex.Person, lists *lex.Lists) *Namer {
	n := &Namer{lists: lists, style: style, words: map[string]*identity{}, mine: map[string]*identity{}, letters: map[string]int{}, taken: map[string]bool{}}
	if n.style == "" {
		n.style = Pseudonym
	}
	n.register(people)
	return n
}

// register gives every registered person an identity: first those who stand for
// themselves, then relatives, who take the letter of whom they belong to.
func (n *Namer) register(people []lex.Person) {
	own := make([]*identity, len(people))
	for pass := range 2 {
		for i, p := range people {
			if (p.Relation != "") != (pass == 1) {
				continue
			}
			own[i] = n.registered(p)
			for _, form := range p.Forms {
				n.remember(n.lists.See(form).Text, own[i])
				for _, w := range n.nameWords(n.lists.See(form).Text) {
					if own[i].whose != "" {
						n.mine[w] = own[i]
					}
				}
			}
		}
	}
	n.shortForms(people, own)
}

// shortForms lets what people are called for short stand for them: a registered
// form of one word, whatever else the word means, and initials that nobody else
// of the register has.
func (n *Namer) shortForms(people []lex.Person, own []*identity) {
	initials := map[string]*identity{}
	for i, p := range people {
		for _, form := range p.Forms {
			words := lex.NameWords(n.lists.See(form).Text)
			if len(words) == 1 && n.words[words[0]] == nil {
				n.words[words[0]] = own[i]
			}
			short := ""
			for _, w := range words {
				short += w[:1]
			}
			if other, ok := initials[short]; ok && other != own[i] {
				initials[short] = nil
			} else if len(words) > 1 {
				initials[short] = own[i]
			}
		}
	}
	for short, id := range initials {
		if id != nil && n.words[short] == nil {
			n.words[short] = id
		}
	}
}

func (n *Namer) registered(p lex.Person) *identity {
	id := &identity{code: strings.TrimSpace(p.Code)}
	id.whose, id.role = roleOf(p.Role)
	kin, whose, ok := strings.Cut(p.Relation, " of ")
	if to := n.known(whose); ok && to != nil {
		id.label = to.label
		if id.role == "" {
			id.role = kinRole(lex.Fold(strings.TrimSpace(kin)), to.role)
		}
		n.apart(id)
	}
	n.people = append(n.people, id)
	return n.complete(id)
}

// kinRole gives the role of somebody who is kin to a person of the role: the
// father of a parent is a grandparent.
func kinRole(kin, to string) string {
	switch kin {
	case "mum", "mam", "mom", "mother", "dad", "father", "da", "mammy", "daddy", "mummy", "parent", "stepdad", "stepmum", "stepfather", "stepmother":
		if to == "parent" {
			return "grandparent"
		}
		return "parent"
	case "gran", "nan", "nana", "granny", "grandma", "grandad", "granddad", "grandpa", "grandmother", "grandfather", "grandparent":
		return "grandparent"
	case "son", "daughter", "child", "baby", "eldest", "youngest", "boy", "girl", "lad", "toddler":
		if to == "grandparent" {
			return "parent"
		}
		return "child"
	case "brother", "sister", "sibling", "twin":
		if to == "child" || to == "parent" {
			return to
		}
		return "sibling"
	case "husband", "wife", "partner", "ex", "boyfriend", "girlfriend":
		return "partner"
	case "aunt", "auntie", "aunty", "uncle", "cousin", "niece", "nephew", "grandson", "granddaughter":
		return "relative"
	case "friend", "mate", "neighbour", "neighbor":
		return kin
	}
	return "person"
}

// complete fills role, letter and alias where they are missing.
func (n *Namer) complete(id *identity) *identity {
	if id.role == "" {
		id.role = "person"
	}
	if id.label == "" {
		id.label = letter(n.letters[id.role])
		n.letters[id.role]++
		n.apart(id)
	}
	id.alias = n.invent()
	for n.standing[lex.Fold(id.alias)] {
		id.alias = n.invent()
	}
	return id
}

// invent gives the next invented name: all of them, and then with a letter.
func (n *Namer) invent() string {
	alias := aliases[n.given%len(aliases)]
	if round := n.given / len(aliases); round > 0 {
		alias += " " + letter(round)
	}
	n.given++
	return alias
}

// apart keeps two people of one role and letter apart: "Child A", "Child A2".
func (n *Namer) apart(id *identity) {
	label := id.label
	for i := 2; n.taken[id.role+" "+id.label]; i++ {
		id.label = label + strconv.Itoa(i)
	}
	n.taken[id.role+" "+id.label] = true
}

// letter gives A to Z, then AA and so on.
func letter(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return letter(i/26-1) + letter(i%26)
}

// Said is what the words around a name say of it: the role of who bears it, the
// kin word before it and whose relative that makes them, whether an article
// stands before it already, and whether its sentence begins with it.
type Said struct {
	Role, Kin, Whose string
	Led              string // the title, relative or role right before the name
	Article, Capital bool
	Adult            bool // an age or a deed says that the person is grown up
	Plural           bool // a family is meant: "the Khans"
	Vowel            bool // the article is "an"
	Age              Place
}

// Replace gives what stands for the text of the type that the detector found.
func (n *Namer) Replace(t lex.Type, text, detector string, s Said) string {
	var out string
	if t == lex.TypePerson {
		out = n.person(text, s)
	} else {
		out = n.thing(t, text, detector, s)
	}
	if !s.Capital || out == "" || out[0] < 'a' || out[0] > 'z' {
		return out
	}
	return strings.ToUpper(out[:1]) + out[1:]
}

// Brackets stand for what can't be made general.
var Brackets = map[lex.Type]string{
	lex.TypePhone: "[telephone]", lex.TypeEmail: "[e-mail]", lex.TypeURL: "[website]", lex.TypeID: "[number]", lex.TypeIP: "[device]", lex.TypeOther: "[…]",
	lex.TypeDate: "[date]", lex.TypeAge: "[age]", lex.TypeLocation: "[place]", lex.TypeOrg: "[agency]", lex.TypePerson: "[name]",
}

// Other gives the replacement for what the reviewer marked without saying what
// it is.
func (n *Namer) Other(text string) string {
	if id := n.known(text); id != nil {
		return n.person(text, Said{})
	}
	return Brackets[lex.TypeOther]
}

// thing gives the replacement for anything but a person.
func (n *Namer) thing(t lex.Type, text, detector string, s Said) string {
	if n.style == Block {
		return Brackets[t]
	}
	var noun string
	switch t {
	case lex.TypeLocation:
		noun = placeKind(text, detector)
	case lex.TypeOrg:
		noun = agencyKind(text)
	case lex.TypeAge:
		return ageBand(text, s)
	case lex.TypeDate:
		return n.date(text, s.Article)
	default:
		return Brackets[t]
	}
	return underArticle(noun, s.Article)
}

// placeKind says what kind of place the text names.
func placeKind(text, detector string) string {
	switch {
	case detector == "place.address" || strings.ContainsAny(text, "0123456789") && strings.Contains(text, " ") && !strings.HasPrefix(detector, "place.postcode"):
		return "local address"
	case strings.HasPrefix(detector, "place.postcode"), detector == "place.eircode", detector == "place.outcode", detector == "place.state-zip":
		return "postal area"
	case detector == "place.country":
		return "foreign country"
	case detector == "place.head":
		return "local place"
	}
	return "town or area"
}

// functions say what an institution does, by the words in its name.
var functions = []struct{ words, function string }{
	{"hmp hmyoi prison jail correctional penitentiary detention", "prison"},
	{"school schools academy college primary juniors infants elementary nursery kindergarten preschool ysgol scoil university uni", "school or college"},
	{"ward hospital infirmary hospice clinic surgery medical health ysbyty pharmacy", "health service"},
	{"court courts tribunal", "court"},
	{"church chapel mosque masjid gurdwara mandir temple synagogue cathedral abbey", "place of worship"},
	{"refuge shelter hostel women's aid", "refuge or hostel"},
	{"care homecare home homes lodge house lives living staffing", "care provider"},
	{"police constabulary", "police service"},
	{"law legal solicitors chambers", "law firm"},
	{"fostering adoption", "family placement agency"},
}

func agencyKind(text string) string {
	words := lex.NameWords(text)
	for _, f := range functions {
		for _, w := range words {
			if strings.Contains(" "+f.words+" ", " "+w+" ") {
				return f.function
			}
		}
	}
	return "local agency"
}
