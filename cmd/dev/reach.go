package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// A walk begins at main and init and follows every name that reached code names.
// A method is reached as well when its type is and an interface asks for it:
// one of ours whose method is reached, or one of another module. Constants that
// are declared together stand together. The blank name leads nowhere.
type walk struct {
	declared []types.Object                  // package-level names and methods, in source order
	names    map[types.Object][]types.Object // what the declaration of each names
	asking   map[string][]*types.Interface   // by method
	ours     map[*types.Package]bool         // the module's packages
	reached  map[types.Object]bool
	pending  []types.Object // reached, and not followed yet
}

// askedUnseen are methods that the standard library asks for by interfaces that
// no import of ours shows.
var askedUnseen = []string{"As", "Is", "Unwrap", "MarshalText", "UnmarshalText"}

// newWalk notes what packages declare and name, and what the interfaces of all that
// they import ask for. Only main and init count as reached until run follows them.
func newWalk(packages []typed) *walk {
	w := &walk{
		names: map[types.Object][]types.Object{}, asking: map[string][]*types.Interface{},
		ours: map[*types.Package]bool{}, reached: map[types.Object]bool{},
	}
	for _, p := range packages {
		w.ours[p.pkg] = true
	}
	w.listen(types.Universe)
	heard := map[*types.Package]bool{}
	for _, p := range packages {
		for _, tree := range p.trees {
			for _, d := range tree.Decls {
				w.declare(p.info, d)
			}
		}
		for _, other := range p.pkg.Imports() {
			if !w.ours[other] && !heard[other] {
				heard[other] = true
				w.listen(other.Scope())
			}
		}
	}
	return w
}

// declare notes the names of d, and what each of them names.
func (w *walk) declare(info *types.Info, d ast.Decl) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		obj := info.Defs[d.Name]
		w.note(info, obj, d)
		if d.Recv == nil && (obj.Name() == "init" || obj.Name() == "main" && obj.Pkg().Name() == "main") {
			w.reach(obj)
		}
	case *ast.GenDecl:
		var group []types.Object
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				w.note(info, info.Defs[spec.Name], spec)
				w.noteMethods(info, spec)
			case *ast.ValueSpec:
				for _, name := range spec.Names {
					w.note(info, info.Defs[name], spec)
					group = append(group, info.Defs[name])
				}
			}
		}
		if d.Tok == token.CONST {
			for _, obj := range group {
				w.names[obj] = append(w.names[obj], group...)
			}
		}
	}
}

// note takes obj down as declared, with every name of ours in n: in its type as in its
// body. obj may be nil; that and the blank name are left out.
func (w *walk) note(info *types.Info, obj types.Object, n ast.Node) {
	if obj == nil || obj.Name() == "_" {
		return
	}
	w.declared = append(w.declared, obj)
	ast.Inspect(n, func(n ast.Node) bool {
		if name, ok := n.(*ast.Ident); ok {
			if use := info.Uses[name]; use != nil && w.ours[use.Pkg()] {
				w.names[obj] = append(w.names[obj], origin(use))
			}
		}
		return true
	})
}

// noteMethods notes the methods that an interface names itself.
func (w *walk) noteMethods(info *types.Info, spec *ast.TypeSpec) {
	if list, ok := spec.Type.(*ast.InterfaceType); ok {
		for _, field := range list.Methods.List {
			for _, name := range field.Names {
				w.declared = append(w.declared, info.Defs[name])
			}
		}
	}
}

// listen lets the interfaces of a scope ask for their methods.
func (w *walk) listen(scope *types.Scope) {
	for _, name := range scope.Names() {
		if of, ok := scope.Lookup(name).(*types.TypeName); ok {
			if i, ok := of.Type().Underlying().(*types.Interface); ok {
				for method := range i.Methods() {
					w.asking[method.Name()] = append(w.asking[method.Name()], i)
				}
			}
		}
	}
}

// keepOtherSystems reaches whatever bears a name that stands in a file which
// this system does not build: such files are not checked for types.
func (w *walk) keepOtherSystems(s *sources, packages []typed) {
	built := map[*ast.File]bool{}
	for _, p := range packages {
		for _, tree := range p.trees {
			built[tree] = true
		}
	}
	named := map[string]bool{}
	for _, f := range s.program() {
		if !built[f.tree] {
			ast.Inspect(f.tree, func(n ast.Node) bool {
				if name, ok := n.(*ast.Ident); ok {
					named[name.Name] = true
				}
				return true
			})
		}
	}
	for _, obj := range w.declared {
		if named[obj.Name()] {
			w.reach(obj)
		}
	}
}

// reach marks obj and leaves it to run to follow. From then on a method of an interface
// of ours is asked of every type that implements that.
func (w *walk) reach(obj types.Object) {
	if w.reached[obj] {
		return
	}
	w.reached[obj] = true
	w.pending = append(w.pending, obj)
	if recv := receiver(obj); recv != nil {
		if i, ok := recv.Underlying().(*types.Interface); ok {
			w.asking[obj.Name()] = append(w.asking[obj.Name()], i)
		}
	}
}

// run follows names until nothing new is reached.
func (w *walk) run() {
	for len(w.pending) > 0 {
		for len(w.pending) > 0 {
			obj := w.pending[0]
			w.pending = w.pending[1:]
			for _, use := range w.names[obj] {
				w.reach(use)
			}
		}
		for _, obj := range w.declared {
			if of, ok := obj.(*types.TypeName); ok && w.reached[of] && !types.IsInterface(of.Type()) {
				w.reachAsked(types.NewPointer(of.Type()))
			}
		}
	}
}

// reachAsked reaches the methods of a type that an interface asks for.
func (w *walk) reachAsked(t *types.Pointer) {
	for selection := range types.NewMethodSet(t).Methods() {
		method := origin(selection.Obj())
		if w.ours[method.Pkg()] && !w.reached[method] && w.isAsked(t, method.Name()) {
			w.reach(method)
		}
	}
}

// isAsked reports whether an interface that t implements asks for the method. Of
// a generic type only instances implement anything, so there the name decides.
func (w *walk) isAsked(t *types.Pointer, method string) bool {
	named, _ := t.Elem().(*types.Named)
	generic := named != nil && named.TypeParams().Len() > 0
	return slices.Contains(askedUnseen, method) ||
		slices.ContainsFunc(w.asking[method], func(i *types.Interface) bool { return generic || types.Implements(t, i) })
}

// receiver gives the type of a method's receiver, nil for anything else.
func receiver(obj types.Object) types.Type {
	if f, ok := obj.(*types.Func); ok && f.Signature().Recv() != nil {
		return f.Signature().Recv().Type()
	}
	return nil
}

// origin gives the declared object of an instance of a generic one.
func origin(obj types.Object) types.Object {
	switch obj := obj.(type) {
	case *types.Func:
		return obj.Origin()
	case *types.Var:
		return obj.Origin()
	}
	return obj
}
