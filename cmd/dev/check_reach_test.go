package main

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"aftershift/cmd/dev/project"
)

// reachable is a program whose every name is reached, in two packages. A case
// adds to it.
const (
	reachableMain = `package main

import (
	"fmt"

	"aftershift/room"
)

type lister interface{ List() []string }

func main() {
	var l lister = room.New()
	fmt.Println(l.List(), room.Low, room.Kind("x"))
}
`
	reachableRoom = `package room

import "strconv"

// Level is declared together.
type Level int

const (
	Low Level = iota
	High
)

type Shelf[T any] struct{ items []T }

func New() *Shelf[string] { return &Shelf[string]{} }

func (s *Shelf[T]) List() []T { return s.items }

type Kind string

func (k Kind) String() string { return quoted(string(k)) }

func (k Kind) MarshalText() ([]byte, error) { return nil, nil }

func quoted(text string) string { return strconv.Quote(text) }
`
)

func TestUnreached_planted(t *testing.T) {
	cases := []struct {
		name, path, text string // a file more
		reserve          []string
		want             []string // parts of the lines, in order
	}{
		{"all is reached", "room/more.go", "package room\n", nil, nil},
		{"a function", "room/more.go", "package room\n\nfunc Idle() {}\n", nil, []string{"room/more.go:3: no program reaches room.Idle"}},
		{
			"what only it uses", "room/more.go", "package room\n\nfunc Idle() { idle() }\n\nfunc idle() { Idle() }\n", nil,
			[]string{"room.Idle", "room.idle"},
		},
		{"only tests use it", "room/more_test.go", "package room\n\nvar _ = Idle\n\nfunc Idle() {}\n", nil, nil},
		{
			"a method that nobody asks for", "room/more.go", "package room\n\nfunc (s *Shelf[T]) Clear() { s.items = nil }\n", nil,
			[]string{"room.Shelf.Clear"},
		},
		{
			"a method of an interface that nobody calls", "more.go",
			"package main\n\nvar b book = book(nil)\n\nfunc init() { _ = b }\n\ntype book interface{ Read() }\n", nil,
			[]string{"book.Read"},
		},
		{"a type with its methods", "room/more.go", "package room\n\ntype Idle int\n\nfunc (Idle) String() string { return \"\" }\n", nil, []string{"room.Idle", "room.Idle.String"}},
		{"the blank name", "room/more.go", "package room\n\nfunc idle() int { return 0 }\n\nvar _ = idle()\n", nil, []string{"room.idle"}},
		{"another system's file", "room/more_plan9.go", "package room\n\nfunc init() { Idle() }\n", nil, nil},
		{"in reserve", "room/more.go", "package room\n\nfunc Idle() {}\n", []string{"room.Idle"}, nil},
		{"a room in reserve", "shed/more.go", "package shed\n\nfunc Idle() {}\n", []string{"shed"}, nil},
		{"in reserve and reached", "room/more.go", "package room\n", []string{"room.New"}, []string{"room.New is reached or gone"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := project.Project{Root: t.TempDir()}
			files := map[string]string{
				"go.mod": "module aftershift\n\ngo 1.26.0\n", "main.go": reachableMain,
				"room/room.go": reachableRoom, c.path: c.text,
			}
			if strings.HasSuffix(c.path, "_plan9.go") {
				files["room/idle.go"] = "package room\n\nfunc Idle() {}\n"
			}
			for path := range maps.Keys(files) {
				write(t, p.Path(path), files[path])
			}
			s, err := readSources(p.Root)
			if err != nil {
				t.Fatal(err)
			}
			packages, err := typeCheck(t.Context(), p, s)
			if err != nil {
				t.Fatal(err)
			}
			reserve := map[string]string{}
			for _, name := range c.reserve {
				reserve[name] = "a plan"
			}
			found := unreached(s, packages, reserve)
			if !slices.EqualFunc(found, c.want, strings.Contains) {
				t.Errorf("found %q, want %q", found, c.want)
			}
		})
	}
}

func TestTypeCheck_doesNotCompile(t *testing.T) {
	p := project.Project{Root: t.TempDir()}
	write(t, p.Path("go.mod"), "module aftershift\n\ngo 1.26.0\n")
	write(t, p.Path("main.go"), "package main\n\nfunc main() { gone() }\n")
	s, err := readSources(p.Root)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := typeCheck(t.Context(), p, s); err == nil || !strings.Contains(err.Error(), "gone") {
		t.Errorf("got %v", err)
	}
}
