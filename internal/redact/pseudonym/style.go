package pseudonym

// Style says what stands in the place of what was masked.
type Style string

// The styles. Pseudonym gives invented names that stay the same throughout,
// Role a role with a letter ("Parent A"), Generic a common noun ("a parent"),
// Block a neutral bracket ("[name]").
const (
	Pseudonym Style = "pseudonym"
	Role      Style = "role"
	Generic   Style = "generic"
	Block     Style = "block"
)
