package notes

import (
	"path"
	"strings"
)

// order says of each note in which folders it stands, below the deepest one that holds
// them all: the order that somebody kept their notes in.
func order(all []Note) {
	common := common(all)
	for i, n := range all {
		below := strings.Trim(strings.TrimPrefix(path.Dir(n.File), common), "/")
		if common == "." {
			below = path.Dir(n.File)
		}
		if below != "" && below != "." {
			all[i].Folders = strings.Split(below, "/")
		}
	}
}

// common returns the deepest folder that holds every note.
// It is "." where they have none in common, or there is no note.
func common(all []Note) string {
	if len(all) == 0 {
		return "."
	}
	deepest := path.Dir(all[0].File)
	for _, n := range all {
		for folder := path.Dir(n.File); deepest != "." && folder != deepest && !strings.HasPrefix(folder, deepest+"/"); {
			deepest = path.Dir(deepest)
		}
	}
	return deepest
}
