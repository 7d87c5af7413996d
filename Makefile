# Two commands do everything on a fresh Debian 12 machine with a Swift 6 toolchain: `make demo` and `make test`.

# What the engine is built on, and what its tests read its files back with.
ENGINE_PACKAGES := pkg-config libcairo2-dev libpango1.0-dev libfontconfig-dev libfreetype-dev libpng-dev \
  libjpeg62-turbo-dev libdeflate-dev libexpat1-dev libssl-dev
TEST_PACKAGES := poppler-utils zbar-tools librsvg2-bin qpdf mupdf-tools chromium chromium-driver curl \
  python3-jsonschema libqrencode-dev

# One build serves the demo and the tests. A target that imports what it does not declare is an error.
SWIFT_FLAGS := -c release -Xswiftc -enable-testing --explicit-target-dependency-import-check error
CERTPRESS := .build/release/certpress
# Runs a part of the work and says how long it took.
PART := .ci/part

.PHONY: demo test build setup setup-tests lint bench bench-differ soak clean

demo: setup build
	@mkdir -p out
	$(CERTPRESS) render layouts/hubei-professional-title.layout --data golden/certificates/specimen/record.json --output out/certificate.pdf
	$(CERTPRESS) render layouts/hubei-professional-title.layout --data golden/certificates/specimen/record.json --output out/certificate.png
	@echo
	@echo "The certificate is in out/certificate.pdf and out/certificate.png"

test: setup setup-tests
	@$(PART) "format" $(MAKE) --no-print-directory lint
	@$(PART) "build" $(MAKE) --no-print-directory build
	@$(PART) "build of the tests" swift build $(SWIFT_FLAGS) --build-tests
	@$(PART) "tests" swift test $(SWIFT_FLAGS) --skip-build
	@$(PART) "goldens" $(CERTPRESS) golden check $(if $(GITHUB_ACTIONS),--github)
	@$(PART) "fonts" $(CERTPRESS) fonts --verify
	@$(PART) --summary

# The whole where `make test` takes a sample: all 200 records, 100,000 random texts, 10,000 QR symbols, each mistake in each layout.
soak: setup setup-tests
	swift build $(SWIFT_FLAGS) --build-tests
	CERTPRESS_SOAK=1 swift test $(SWIFT_FLAGS) --skip-build --filter 'CertificateTests|TemplateTests|TextTests|MediaTests|GoldenTests'

# Prints what docs/performance.md explains. Measures; judges nothing.
bench: setup build
	@mkdir -p out
	swift build -c release --package-path Benchmarks
	Benchmarks/.build/release/Bench

# The goldens' comparison of pictures beside ImageMagick's and pixelmatch's. Measures; judges nothing.
PEERS := Benchmarks/.build-peers
bench-differ: setup
	@.ci/install imagemagick libmagickwand-6.q16-6 python3-venv
	@mkdir -p out
	@$(MAKE) --no-print-directory $(PEERS)/ready
	swift build -c release --package-path Benchmarks
	$(PEERS)/bin/python Benchmarks/peers/differ.py

# pixelmatch-fast calls its module as pixelmatch does, so it gets a folder of its own; where it has no wheel, it is done without.
$(PEERS)/ready: Benchmarks/peers/requirements.txt Benchmarks/peers/faster.txt
	rm -rf $(PEERS)
	/usr/bin/python3 -m venv $(PEERS)
	$(PEERS)/bin/pip install --quiet --disable-pip-version-check -r Benchmarks/peers/requirements.txt
	while read -r package; do $(PEERS)/bin/pip install --quiet --disable-pip-version-check --only-binary :all: \
	  --target $(PEERS)/faster "$$package" || echo "without $$package"; done < Benchmarks/peers/faster.txt
	touch $@

build:
	swift build $(SWIFT_FLAGS) --product certpress

setup:
	@.ci/install $(ENGINE_PACKAGES)

setup-tests:
	@.ci/install $(TEST_PACKAGES)

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks

clean:
	rm -rf .build out Benchmarks/.build Benchmarks/.build-peers
