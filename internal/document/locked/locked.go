// Package locked puts a passphrase on a file that leaves: it makes of a format the same
// format within an age file. What is searched after writing is what the locked bytes
// open to.
package locked

import (
	"bytes"
	"io"

	"aftershift/internal/agefile"
	"aftershift/internal/document"
	"aftershift/internal/fault"
)

// mostBytes is what a locked file may open to: far more than a document has.
const mostBytes = 256 << 20

// With gives f, its files locked with the passphrase. Deriving its key takes about a
// second, each time one is written or read. Writing gives fault.Invalid for an empty
// passphrase, and else what f gives; reading gives fault.CannotUnlock for another
// passphrase or a file that was changed, and else what f gives. The same document gives
// other bytes each time.
func With(f document.Format, passphrase string) document.Format {
	plain := f
	f.Extension += "." + agefile.Extension
	f.Write = func(w io.Writer, d document.Document, words document.Words) error {
		var content bytes.Buffer
		if err := plain.Write(&content, d, words); err != nil {
			return err
		}
		return lock(w, content.Bytes(), passphrase)
	}
	f.Read = func(file []byte) (document.Contents, error) {
		content, err := open(file, passphrase)
		if err != nil {
			return document.Contents{}, err
		}
		return plain.Read(content)
	}
	return f
}

func lock(w io.Writer, content []byte, passphrase string) error {
	sealed, err := agefile.NewWriter(w, passphrase)
	if err == nil {
		_, err = sealed.Write(content)
	}
	if err == nil {
		err = sealed.Close()
	}
	return fault.Wrap("lock copy", err)
}

func open(file []byte, passphrase string) ([]byte, error) {
	in, err := agefile.NewReader(bytes.NewReader(file), passphrase)
	if err != nil {
		return nil, fault.Wrap("open locked copy", err)
	}
	content, err := io.ReadAll(io.LimitReader(in, mostBytes))
	if err != nil {
		return nil, fault.New(fault.CannotUnlock, "open locked copy")
	}
	return content, nil
}
