package main

import (
	"io"
	"reflect"
	"strings"

	"github.com/alecthomas/kong"

	"aftershift/cmd/aftershift-cli/call"
)

// parser returns the parser of t, with the catalogue's words in its model.
func (p program) parser(t *table) *kong.Kong {
	k := kong.Must(t, kong.Name(call.ProgramName), kong.NoDefaultHelp(), kong.Writers(p.Out, io.Discard),
		kong.KindMapper(reflect.String, kong.MapperFunc(p.readText)),
		kong.KindMapper(reflect.Int, kong.MapperFunc(p.readNumber)),
		kong.ExplicitGroups(p.groups()))
	p.describe(k.Model.Node)
	return k
}

// parse reads the arguments, flags and others in any order, and returns the
// command with the call that runs it. It returns a complaint for anything that
// doesn't fit.
func (p *program) parse(args []string) (call.Command, *call.Call, error) {
	var t table
	k := p.parser(&t)
	typed, err := p.arrange(k, args)
	if typed.node != nil {
		p.Command = nameOf(typed.node)
	}
	c := &p.Call
	c.Common = t.Common
	switch {
	case err != nil:
		return nil, c, err
	case typed.asks("--version"):
		return sayVersion{}, c, nil
	case typed.asks("--help") || typed.asks("-h") || len(typed.words) == 0 && len(typed.rest) == 0:
		return helpOn{Command: typed.words}, c, nil
	}
	read, err := k.Parse(typed.args())
	if err != nil {
		return nil, c, p.misread(err)
	}
	c.Common = t.Common
	return read.Selected().Target.Addr().Interface().(call.Command), c, nil
}

// arranged is what was typed, in the order that the parser takes: a command's own
// flags may stand anywhere in args.
type arranged struct {
	node  *kong.Node // the command, as far as it is named
	words []string   // its name
	flags []string   // each with its value, --name=value
	rest  []string
}

// args returns what the parser reads. What stands behind "--" is no flag, whatever it
// begins with.
func (a arranged) args() []string {
	return append(append(append([]string{}, a.words...), a.flags...), append([]string{"--"}, a.rest...)...)
}

// asks reports whether the flag was typed so, with its hyphens and no value.
func (a arranged) asks(flag string) bool {
	for _, f := range a.flags {
		if f == flag {
			return true
		}
	}
	return false
}

// arrange sorts the arguments. After "--" everything is an argument.
func (p program) arrange(k *kong.Kong, args []string) (arranged, error) {
	a, valued := arranged{node: k.Model.Node}, valuedFlags(k.Model.Node)
	for len(args) > 0 {
		each := args[0]
		args = args[1:]
		switch {
		case each == "--":
			a.rest, args = append(a.rest, args...), nil
		case strings.HasPrefix(each, "-") && each != "-":
			if name := strings.TrimPrefix(each, "--"); valued[name] && name != each {
				if len(args) == 0 {
					p.Command = nameOf(a.node)
					return a, p.Usage("cli.usage.value.none", name)
				}
				each, args = each+"="+args[0], args[1:]
			}
			a.flags = append(a.flags, each)
		case a.node.Leaf():
			a.rest = append(a.rest, each)
		default:
			next := child(a.node, each)
			if next == nil {
				p.Command = nameOf(a.node)
				return a, p.Usage("cli.usage.command", strings.Join(append(a.words, each), " "))
			}
			a.node, a.words = next, append(a.words, each)
		}
	}
	return a, nil
}

// child returns the command or group of the name just below, hidden ones too; nil for
// none.
func child(of *kong.Node, name string) *kong.Node {
	for _, each := range of.Children {
		if each.Name == name {
			return each
		}
	}
	return nil
}

// valuedFlags returns the flags of all commands that take a value. A name means
// the same in each of them.
func valuedFlags(root *kong.Node) map[string]bool {
	all := map[string]bool{}
	for _, node := range append(root.Leaves(false), root) {
		for _, f := range node.Flags {
			all[f.Name] = all[f.Name] || !f.IsBool()
		}
	}
	return all
}
