package archtest

// A rule says what one room may reach. A room is a folder under internal or
// cmd with everything below it; each folder of internal/ui, internal/app and
// internal/redact is a room of its own.
type rule struct {
	own     []string // rooms of ours that it may import
	anyRoom string   // and any room whose name starts with this
	fyne    bool     // may import Fyne; without it, may not even reach it
	sqlite  bool     // may import the SQL driver
	exec    bool     // may start processes and open sockets
	stdOnly bool     // imports nothing but the standard library and itself
	avoids  []string // standard packages that it may not import
}

const (
	fynePath   = "fyne.io/"
	sqlitePath = "github.com/mattn/go-sqlite3"
)

// processes are the standard packages that talk to a network or start programs.
var processes = []string{"net", "net/http", "os/exec"}

var leaf = rule{own: []string{"fault"}}

// page is the row of every folder of internal/ui that has none of its own.
var page = rule{
	own: []string{
		"app", "app/input", "fault", "words", "journal", "supervision",
		"chart", "ui/hints", "ui/lookback", "ui/present", "ui/secret", "ui/widgets", "ui/look",
	},
	fyne: true,
}

// table holds one row a room. A room without a row fails the test, and so does a
// row without a room or a right that its room does not use.
var table = map[string]rule{
	"assets":   {},
	"fault":    {},
	"fold":     {},
	"words":    leaf,
	"charset":  leaf,
	"chart":    {},
	"cluster":  {},
	"seal":     leaf,
	"agefile":  leaf,
	"strength": {},
	"platform": leaf,

	"journal":     {own: []string{"fault"}, avoids: []string{"os"}},
	"valid":       leaf,
	"supervision": {own: []string{"fault", "journal", "valid"}, avoids: []string{"os"}},
	"copies":      {own: []string{"journal", "supervision", "valid"}, avoids: []string{"os"}},
	"learning":    {own: []string{"fault", "journal", "supervision", "valid"}, avoids: []string{"os"}},
	"groups":      {own: []string{"fault", "journal", "supervision", "valid"}, avoids: []string{"os"}},
	"alliance":    {own: []string{"fault", "journal", "supervision", "valid"}, avoids: []string{"os"}},
	"search":      {own: []string{"fold", "journal"}},
	"redact":      {own: []string{"fault", "redact/lex", "redact/detect", "redact/evidence", "redact/page", "redact/pseudonym"}},
	"vault":       {own: []string{"fault", "seal", "platform"}, sqlite: true},
	"library":     {own: []string{"alliance", "copies", "fault", "groups", "journal", "learning", "supervision", "vault"}},
	"document":    {own: []string{"agefile", "chart", "cluster", "fault", "fold", "redact"}},
	"moving":      {own: []string{"charset", "fault", "journal", "library"}, avoids: []string{"os"}},

	"app": {own: []string{
		"alliance", "app/alliance", "app/core", "app/groups", "app/input", "app/keeping", "app/learning", "app/looking", "app/moving", "app/sessions", "app/sharing", "app/writing", "fault", "words", "seal",
		"platform", "assets", "groups", "journal", "learning", "supervision", "search", "redact", "vault", "library",
	}},
	"app/core": {own: []string{
		"fault", "words", "seal", "platform", "assets", "journal", "supervision", "search", "redact", "vault", "library",
	}},
	"app/input":    {own: []string{"fault", "platform", "words", "journal", "supervision", "search"}},
	"app/writing":  {own: []string{"app/core", "fault", "journal", "search"}},
	"app/groups":   {own: []string{"app/core", "assets", "fault", "groups", "journal", "supervision"}},
	"app/learning": {own: []string{"app/core", "app/input", "assets", "fault", "journal", "learning", "supervision"}},
	"app/alliance": {own: []string{"alliance", "app/core", "journal", "supervision"}},
	"app/looking":  {own: []string{"app/core", "fault", "journal", "search", "supervision"}},
	"app/sessions": {own: []string{"app/core", "fault", "journal", "supervision", "search", "library"}},
	"app/sharing": {own: []string{
		"alliance", "app/core", "app/groups", "app/input", "app/learning", "app/sessions", "copies", "fault", "groups", "platform", "journal", "learning", "supervision", "redact", "library", "document",
	}},
	"app/keeping": {own: []string{"agefile", "app/core", "fault", "seal", "platform", "journal", "strength", "vault", "library", "moving"}},
	"app/moving":  {own: []string{"app/core", "fault", "journal", "moving", "platform"}},
	"app/apptest": {own: []string{"app", "seal", "journal", "supervision", "vault"}},

	"redact/lex":       {own: []string{"fault", "fold"}, avoids: []string{"os"}},
	"redact/detect":    {own: []string{"redact/again", "redact/evidence", "redact/figures", "redact/lex", "redact/page", "redact/places", "redact/plain", "redact/pseudonym", "redact/rare", "redact/rules"}, avoids: []string{"os"}},
	"redact/figures":   {own: []string{"redact/evidence", "redact/lex", "redact/page", "redact/plain", "redact/pseudonym", "redact/rules"}, avoids: []string{"os"}},
	"redact/places":    {own: []string{"redact/evidence", "redact/lex", "redact/page"}, avoids: []string{"os"}},
	"redact/again":     {own: []string{"redact/evidence", "redact/lex", "redact/page"}, avoids: []string{"os"}},
	"redact/page":      {own: []string{"redact/evidence", "redact/lex", "redact/rules"}, avoids: []string{"os"}},
	"redact/evidence":  {own: []string{"redact/lex", "redact/rules", "redact/weights"}, avoids: []string{"os"}},
	"redact/plain":     {own: []string{"redact/lex"}, avoids: []string{"os"}},
	"redact/rare":      {own: []string{"redact/lex"}, avoids: []string{"os"}},
	"redact/rules":     {own: []string{"redact/lex"}, avoids: []string{"os"}},
	"redact/weights":   {},
	"redact/pseudonym": {own: []string{"redact/lex"}, avoids: []string{"os"}},

	"ui/editor":   {fyne: true},
	"ui/widgets":  {own: []string{"chart", "cluster", "ui/editor", "ui/look"}, fyne: true},
	"ui/present":  {own: []string{"words"}},
	"ui/uitest":   {own: []string{"assets", "words", "ui/look"}, fyne: true},
	"ui/hints":    {own: []string{"app", "words", "ui/present", "ui/widgets"}, fyne: true},
	"ui/lookback": {own: []string{"app", "journal", "ui/look", "ui/present", "ui/widgets"}, fyne: true},
	"ui/secret":   {own: []string{"app", "words", "ui/widgets"}, fyne: true},
	"ui/look":     {fyne: true},
	"ui/shell":    {own: []string{"app", "app/input", "fault", "words", "journal"}, anyRoom: "ui/", fyne: true},

	"trial": {},

	"cmd/aftershift":     {own: []string{"app", "ui/shell", "platform"}, fyne: true},
	"cmd/aftershift-cli": {own: []string{"app", "app/input", "charset", "fault", "platform", "words"}},
	"cmd/dev":            {exec: true, stdOnly: true},
	"archtest":           {stdOnly: true},
}
