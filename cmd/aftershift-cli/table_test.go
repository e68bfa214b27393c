package main

import (
	"strings"
	"testing"

	"github.com/alecthomas/kong"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/cmd/aftershift-cli/manual"
)

func leaves(t *testing.T) (program, *kong.Kong, []*kong.Node) {
	t.Helper()
	p, _, _ := newProgram(t)
	k := p.parser(&table{})
	return p, k, k.Model.Leaves(false)
}

// Every command runs, is described with all that it takes, and has an example
// that the parser takes.
func TestTable_every_command_is_whole(t *testing.T) {
	p, k, all := leaves(t)
	if len(all) < 50 {
		t.Fatalf("%d commands", len(all))
	}
	for _, n := range all {
		name := strings.ReplaceAll(nameOf(n), " ", "_")
		if _, is := n.Target.Addr().Interface().(call.Command); !is {
			t.Errorf("%s can't run", n.Path())
		}
		if !p.Words.Has("cli.about." + name) {
			t.Errorf("%s is not described", n.Path())
		}
		for _, v := range n.Values() {
			prefix := "cli.argument."
			if v.Flag != nil {
				prefix = "cli.flag."
			}
			if !p.Words.Has(prefix + v.Name) {
				t.Errorf("%s: %s is not described", n.Path(), v.Name)
			}
		}
		if n.Hidden || n.Parent.Hidden {
			continue
		}
		example(t, p, k, n, p.Words.T("cli.example."+name))
	}
}

// example demands that an example is a call of the command that the parser takes.
func example(t *testing.T, p program, k *kong.Kong, n *kong.Node, line string) {
	t.Helper()
	_, line, _ = strings.Cut(line, call.ProgramName+" ")
	line, _, _ = strings.Cut(strings.NewReplacer(" < ", "\x00", " > ", "\x00").Replace(line), "\x00")
	var args []string
	for i, part := range strings.Split(line, `"`) {
		if i%2 == 1 {
			args = append(args, part)
		} else {
			args = append(args, strings.Fields(part)...)
		}
	}
	typed, err := p.arrange(k, args)
	if err == nil {
		_, err = p.parser(&table{}).Parse(typed.args())
	}
	if err != nil || typed.node.Path() != n.Path() {
		t.Errorf("%s: the example %q is no call of it: %v", n.Path(), line, err)
	}
}

// A flag means the same in every command, so that it can stand before one.
func TestTable_a_flag_takes_a_value_everywhere_or_nowhere(t *testing.T) {
	_, k, all := leaves(t)
	valued := valuedFlags(k.Model.Node)
	for _, n := range all {
		for _, f := range n.Flags {
			if valued[f.Name] == f.IsBool() {
				t.Errorf("%s --%s", n.Path(), f.Name)
			}
		}
	}
}

// Every state that can forbid a command, and every command that a state can
// forbid, has its words.
func TestTable_states_have_words(t *testing.T) {
	p, _, all := leaves(t)
	for kind, states := range map[string]string{
		"item": "waiting on_agenda discussed withdrawn solved_elsewhere parked", "session": "planned open closed cancelled",
		"action": "open done dropped", "supervisor": "known", "entry": "known",
	} {
		for _, key := range append(strings.Fields(states), "") {
			if key = strings.TrimSuffix("cli.state."+kind+"."+key, "."); !p.Words.Has(key) {
				t.Errorf("no words for %s", key)
			}
		}
	}
	for _, n := range all {
		name := nameOf(n)
		if _, about := n.Target.Type().FieldByName("subject"); about && !strings.HasSuffix(name, " show") && !p.Words.Has("cli.first."+strings.ReplaceAll(name, " ", "_")) {
			t.Errorf("nothing says what to do before %s", name)
		}
	}
}

func TestComplete(t *testing.T) {
	_, k, _ := leaves(t)
	for typed, want := range map[string]string{
		"se": "search session", "session ": "plan move cancel start end reopen correct list show", "session pl": "plan",
		"item add x --want be": "be_heard", "--json item add x --want=re": "--want=reflect", "export agenda --accept ": "all",
		"item bring --m": "--minutes", "--jour": "--journal", "completion z": "zsh", "item add ": "", "show ": "", "person": "", "backup --to ": "",
	} {
		var got []string
		for _, o := range manual.Complete(k.Model.Node, strings.Split(typed, " "), func(v *kong.Value) []string { return choices(v.Tag.Get("of")) }) {
			got = append(got, o.Text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q goes on with %q, want %q", typed, got, want)
		}
	}
}
