package packaging

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"text/template"
	"time"
)

// packed is one file of a folder that is packed, with slashes.
type packed struct {
	name string
	mode fs.FileMode
	from string
}

// contents returns the files of a folder in the order of their names. Programs
// and scripts may be run, whatever the person's umask; nothing else.
func contents(folder string) ([]packed, error) {
	var files []packed
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		name, err := filepath.Rel(folder, path)
		mode := fs.FileMode(0o644)
		if info.Mode()&0o100 != 0 {
			mode = 0o755
		}
		files = append(files, packed{name: filepath.ToSlash(name), mode: mode, from: path})
		return err
	})
	return files, err
}

// writeZip packs a folder so that the same files give the same bytes.
func writeZip(to, folder string, at time.Time) error {
	return pack(to, folder, func(out io.Writer, files []packed) error {
		z := zip.NewWriter(out)
		for _, f := range files {
			head := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: at.UTC()}
			head.SetMode(f.mode)
			w, err := z.CreateHeader(head)
			if err != nil {
				return err
			}
			if err := copyInto(w, f.from); err != nil {
				return err
			}
		}
		return z.Close()
	})
}

// writeTarGz packs a folder so that the same files give the same bytes.
func writeTarGz(to, folder string, at time.Time) error {
	return pack(to, folder, func(out io.Writer, files []packed) error {
		small := gzip.NewWriter(out) // with no name and no time
		t := tar.NewWriter(small)
		for _, f := range files {
			info, err := os.Stat(f.from)
			if err != nil {
				return err
			}
			head := &tar.Header{Name: f.name, Mode: int64(f.mode), Size: info.Size(), ModTime: at.UTC(), Format: tar.FormatPAX}
			if err := t.WriteHeader(head); err != nil {
				return err
			}
			if err := copyInto(t, f.from); err != nil {
				return err
			}
		}
		if err := t.Close(); err != nil {
			return err
		}
		return small.Close()
	})
}

// pack makes the file at to, over one that stands there, and has write fill it with the
// files of folder. After an error, what was written of it stays.
func pack(to, folder string, write func(io.Writer, []packed) error) error {
	files, err := contents(folder)
	if err != nil {
		return err
	}
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	if err := write(out, files); err != nil {
		_ = out.Close()
		return err
	}
	return out.Close()
}

// copyInto writes the file at from to w, in pieces: programs are large.
func copyInto(w io.Writer, from string) error {
	file, err := os.Open(from)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.Copy(w, file)
	return err
}

// place copies a file of the project or of work to a folder that is packed.
func place(from, to string, mode fs.FileMode) error {
	raw, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return placeText(string(raw), to, mode)
}

// placeText writes a file and the folders above it. It sets the mode a second time,
// since the umask takes from that of a new file and an old file keeps its own.
func placeText(text, to string, mode fs.FileMode) error {
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(to, []byte(text), mode); err != nil {
		return err
	}
	return os.Chmod(to, mode)
}

// fill writes a form of this folder with its places filled in.
func (k *packer) fill(name, to string, values any) error {
	form, err := template.ParseFiles(k.Path("cmd/dev/packaging/" + name))
	if err != nil {
		return err
	}
	var text strings.Builder
	if err := form.Option("missingkey=error").Execute(&text, values); err != nil {
		return err
	}
	return placeText(text.String(), to, 0o644)
}
