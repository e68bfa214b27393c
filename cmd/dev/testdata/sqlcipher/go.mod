module aftershift/cmd/dev/testdata/sqlcipher

go 1.26.0

require github.com/mutecomm/go-sqlcipher/v4 v4.4.2
