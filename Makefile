# Two commands do everything on a fresh Debian 12 machine with a Swift 6 toolchain: `make demo` and `make test`.

# What the engine is built on, and what its tests read its files back with.
ENGINE_PACKAGES := pkg-config libcairo2-dev libpango1.0-dev libfontconfig-dev libfreetype-dev libpng-dev \
  libjpeg62-turbo-dev libdeflate-dev libexpat1-dev libssl-dev
TEST_PACKAGES := poppler-utils zbar-tools librsvg2-bin qpdf mupdf-tools openssl chromium chromium-driver curl \
  python3-jsonschema libqrencode-dev neovim

# One build serves the demo and the tests. A target that imports what it does not declare is an error.
SWIFT_FLAGS := -c release -Xswiftc -enable-testing --explicit-target-dependency-import-check error
CERTPRESS := .build/release/certpress
READERS := .build-readers
# Runs a part of the work and says how long it took.
PART := .ci/part

.PHONY: demo test build setup setup-tests lint bench bench-build bench-instructions bench-peers bench-differ bench-desk soak clean

demo: setup build
	@mkdir -p out
	$(CERTPRESS) render layouts/hubei-professional-title.layout --data golden/certificates/specimen/record.json --output out/certificate.pdf
	$(CERTPRESS) render layouts/hubei-professional-title.layout --data golden/certificates/specimen/record.json --output out/certificate.png
	@echo
	@echo "The certificate is in out/certificate.pdf and out/certificate.png"
	@echo "To change it and see it change: $(CERTPRESS) preview layouts/hubei-professional-title.layout"

test: setup setup-tests
	@$(PART) "format" $(MAKE) --no-print-directory lint
	@$(PART) "build" $(MAKE) --no-print-directory build
	@$(PART) "build of the tests" swift build $(SWIFT_FLAGS) --build-tests
	@$(PART) "tests" swift test $(SWIFT_FLAGS) --skip-build
	@$(PART) "goldens" $(CERTPRESS) golden check $(if $(GITHUB_ACTIONS),--github)
	@$(PART) "fonts" $(CERTPRESS) fonts --verify
	@$(PART) --summary

# The whole where `make test` takes a sample: all 200 records, 100,000 random texts, 10,000 QR symbols, each mistake in each layout.
# And memory: 100,000 documents by one worker take no more than 10,000, and nothing of ours is lost.
soak: setup setup-tests $(READERS)/ready bench-build
	@.ci/install valgrind
	swift build $(SWIFT_FLAGS) --build-tests
	CERTPRESS_SOAK=1 swift test $(SWIFT_FLAGS) --skip-build --filter 'CertificateTests|TemplateTests|TextTests|MediaTests|GoldenTests|PaintTests|EditorTests'
	Benchmarks/.build/release/Bench flat pdf 100000
	Benchmarks/.build/release/Bench flat png150 5000
	@strip -g Benchmarks/.build/release/Bench -o out/bench  # valgrind cannot read Swift's debug information
	valgrind --quiet --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite --error-exitcode=1 out/bench pdf 20
	valgrind --quiet --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite --error-exitcode=1 out/bench png150 5

# pdfium, by which Chromium draws PDFs, as a program that draws files: PyPI has it without a browser around it.
$(READERS)/ready: Tests/Readers/requirements.txt
	@.ci/install python3-venv
	rm -rf $(READERS)
	/usr/bin/python3 -m venv $(READERS)
	$(READERS)/bin/pip install --quiet --disable-pip-version-check -r Tests/Readers/requirements.txt
	touch $@

# Prints what docs/performance.md explains. Measures; judges nothing.
bench: setup bench-build
	@.ci/install qpdf python3
	Benchmarks/.build/release/Bench
	@head -n 1 Tests/Data/records.ndjson | $(CERTPRESS) render layouts/hubei-professional-title.layout --data - --assets Tests/Data --output out/bench.pdf
	@echo
	@python3 Benchmarks/peers/pdf_parts.py out/bench.pdf

# What times are too noisy for: instructions and allocations of one more document, counted by valgrind. Some minutes.
bench-instructions: setup bench-build
	@.ci/install valgrind python3
	python3 Benchmarks/instructions.py

# The same certificate by the peers, in turns with ours. More rounds, better medians.
ROUNDS := 12
PEERS := Benchmarks/.build-peers
bench-peers: setup bench-build
	@.ci/install python3-venv python3-cairo python3-gi python3-gi-cairo gir1.2-pango-1.0 python3-pil qpdf \
	  libpangoft2-1.0-0 libharfbuzz-subset0
	@$(MAKE) --no-print-directory $(PEERS)/certificates
	$(PEERS)/bin/python Benchmarks/peers/certificates.py $(ROUNDS)

# The goldens' comparison of pictures beside ImageMagick's and pixelmatch's. Measures; judges nothing.
bench-differ: setup bench-build
	@.ci/install imagemagick libmagickwand-6.q16-6 python3-venv
	@$(MAKE) --no-print-directory $(PEERS)/differ
	$(PEERS)/bin/python Benchmarks/peers/differ.py

# From a save to the new picture on the desk's page, fifty times, in a real browser. Measures; judges nothing.
bench-desk: setup setup-tests build
	swift build $(SWIFT_FLAGS) --build-tests
	swift test $(SWIFT_FLAGS) --skip-build --filter LatencyTests | grep "save to picture"

# SwiftPM does not see which files have come to a package beside its own or gone from it, unless the manifest is newer.
bench-build: build
	@mkdir -p out
	@touch Benchmarks/Package.swift
	swift build -c release --package-path Benchmarks

# One environment serves both; the file that a rule touches says which packages are in it.
PIP := $(PEERS)/bin/pip install --quiet --disable-pip-version-check

$(PEERS)/bin/python:
	/usr/bin/python3 -m venv $(PEERS)

$(PEERS)/certificates: Benchmarks/peers/certificates.txt | $(PEERS)/bin/python
	$(PIP) -r $<
	touch $@

# pixelmatch-fast calls its module as pixelmatch does, so it gets a folder of its own; where it has no wheel, it is done without.
$(PEERS)/differ: Benchmarks/peers/differ.txt Benchmarks/peers/differ-faster.txt | $(PEERS)/bin/python
	$(PIP) -r $<
	while read -r package; do $(PIP) --only-binary :all: --target $(PEERS)/faster "$$package" \
	  || echo "without $$package"; done < Benchmarks/peers/differ-faster.txt
	touch $@

build:
	swift build $(SWIFT_FLAGS) --product certpress
	swift build $(SWIFT_FLAGS) --product certpress-desk

setup:
	@.ci/install $(ENGINE_PACKAGES)

setup-tests:
	@.ci/install $(TEST_PACKAGES)

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks

clean:
	rm -rf .build out $(READERS) Benchmarks/.build Benchmarks/.build-peers
