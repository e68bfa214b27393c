package exact

import (
	"strings"
	"testing"
)

// What stands in a text doesn't count, and the deepest that is allowed is read.
func TestDecode_depth(t *testing.T) {
	raw := []byte(strings.Repeat("[", mostDeep) + `"[[{{\"["` + strings.Repeat("]", mostDeep))
	if at := tooDeep(raw); at != 0 {
		t.Errorf("refused at byte %d", at)
	}
	if at := tooDeep([]byte("[" + string(raw) + "]")); at != mostDeep+1 {
		t.Errorf("one level more is refused at byte %d", at)
	}
	var into struct{}
	if err := Decode([]byte(`{"a":"`+strings.Repeat("[", mostDeep+1)+`"}`), &into); err == nil || err.Error() != "cli.json.unknown a" {
		t.Error(err)
	}
}
